package io.copytaster.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an id that the registry does not know is given up: after three answers over ten seconds, as a schema
 * that was registered a moment ago may not have reached every replica. The verdict holds for a minute, then one more
 * answer doubles it, up to an hour. Thread-safe.
 *
 * <p>A flood of stray ids shares one patience: whoever has waited ten seconds within the last minute waits only a tenth
 * of a second for the next id, so four stray bytes in every record never stop a partition.
 */
public final class UnknownSchemas {

    static final int ANSWERS = 3;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration FLOOD_PATIENCE = Duration.ofMillis(100);
    static final Duration FIRST_VERDICT = Duration.ofMinutes(1);
    static final Duration LONGEST_VERDICT = Duration.ofHours(1);
    static final int MAX_VERDICTS = 10_000;

    private final Clock clock;
    private final Waiting waiting;
    private final LinkedHashMap<Integer, Verdict> verdicts = new LinkedHashMap<>();
    private Instant patientAgainAt = Instant.MIN;

    /** Remembers nothing yet. */
    public UnknownSchemas(Clock clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /** The schema, or {@link UnknownSchemaException} once it is given up. */
    public Schema find(int id, IntFunction<Schema> registry) {
        var verdict = verdict(id);
        if (verdict != null && clock.instant().isBefore(verdict.until())) {
            throw new UnknownSchemaException("schema " + id + " is given up until " + verdict.until());
        }
        try {
            return verdict == null ? askPatiently(id, registry) : askAgain(id, registry);
        } catch (UnknownSchemaException e) {
            giveUp(id, verdict == null ? FIRST_VERDICT : verdict.next());
            throw e;
        }
    }

    private Schema askPatiently(int id, IntFunction<Schema> registry) {
        @Nullable Duration pause = null;
        for (int answer = 1; answer < ANSWERS; answer++) {
            try {
                return registry.apply(id);
            } catch (UnknownSchemaException _) {
                pause = pause == null ? patience().dividedBy(ANSWERS - 1) : pause;
                waiting.await(pause);
            }
        }
        return registry.apply(id);
    }

    private Schema askAgain(int id, IntFunction<Schema> registry) {
        var schema = registry.apply(id);
        forgive(id);
        return schema;
    }

    private synchronized void forgive(int id) {
        verdicts.remove(id);
    }

    private synchronized Duration patience() {
        var now = clock.instant();
        if (now.isBefore(patientAgainAt)) {
            return FLOOD_PATIENCE;
        }
        patientAgainAt = now.plus(FIRST_VERDICT);
        return PATIENCE;
    }

    private synchronized @Nullable Verdict verdict(int id) {
        return verdicts.get(id);
    }

    private synchronized void giveUp(int id, Duration time) {
        verdicts.remove(id);
        if (verdicts.size() >= MAX_VERDICTS) {
            verdicts.pollFirstEntry();
        }
        verdicts.put(id, new Verdict(clock.instant().plus(time), time));
    }

    /** How an id is treated until when. */
    private record Verdict(Instant until, Duration time) {

        Duration next() {
            var doubled = time.multipliedBy(2);
            return doubled.compareTo(LONGEST_VERDICT) > 0 ? LONGEST_VERDICT : doubled;
        }
    }
}
