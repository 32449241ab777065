package io.copytaster.ingest.health;

import io.copytaster.ingest.health.PollResult.Failed;
import io.copytaster.ingest.health.PollResult.Gone;
import io.copytaster.ingest.health.PollResult.NotModified;
import io.copytaster.ingest.health.PollResult.WasRead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a feed. Only a feed that was read heals: a 304 heals nothing. A failure counts by its weight, and after enough of
 * them the feed is parked, never forgotten.
 *
 * @param failures weighted failures since the feed was read last
 * @param reason why it is as it is, for people; null where all is well
 */
public record Health(
        Condition condition,
        double failures,
        @Nullable String reason,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastSuccessAt) {

    /** A feed that was never polled. */
    public static final Health NEW = new Health(Condition.NEW, 0, null, null, null);

    /** The health after a poll; parked from {@code limit} weighted failures on. */
    public Health after(PollResult result, double limit, Instant at) {
        return switch (result) {
            case WasRead() -> new Health(Condition.HEALTHY, 0, null, at, at);
            case NotModified() -> isWell() ? new Health(condition, 0, reason, at, at) : attempted(at);
            case Gone(var why) -> new Health(Condition.GONE, failures, why, at, lastSuccessAt);
            case Failed(var severity, var why) -> failed(failures + severity.weight(), why, limit, at);
        };
    }

    /** A healthy feed from which nothing came for longer than expected; others stay as they are. */
    public Health quiet(String why) {
        return isWell() ? new Health(Condition.QUIET, 0, why, lastAttemptAt, lastSuccessAt) : this;
    }

    /** A quiet feed that speaks again; others stay as they are. */
    public Health heard() {
        return isWell() ? new Health(Condition.HEALTHY, 0, null, lastAttemptAt, lastSuccessAt) : this;
    }

    /** Whether it could be read when it was last looked at. */
    public boolean isWell() {
        return condition == Condition.HEALTHY || condition == Condition.QUIET;
    }

    private Health attempted(Instant at) {
        return new Health(condition, failures, reason, at, lastSuccessAt);
    }

    private Health failed(double total, String why, double limit, Instant at) {
        var next = total >= limit ? Condition.PARKED : Condition.FAILING;
        return new Health(next, total, why, at, lastSuccessAt);
    }
}
