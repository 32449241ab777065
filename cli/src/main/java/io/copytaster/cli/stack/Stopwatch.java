package io.copytaster.cli.stack;

import java.lang.management.ManagementFactory;
import java.time.Clock;

/** Milliseconds since the command was given, the start of the JVM and of the script before it included. */
final class Stopwatch {

    private final Clock clock;
    private final long startedAt;

    Stopwatch(Clock clock, long startedAt) {
        this.clock = clock;
        this.startedAt = startedAt;
    }

    /** The script says in a variable when it began; without it the JVM's start counts. */
    static Stopwatch ofThisCommand() {
        String begun = System.getenv("COPYTASTER_STARTED_AT");
        long startedAt = begun != null && begun.matches("[0-9]{13}")
                ? Long.parseLong(begun)
                : ManagementFactory.getRuntimeMXBean().getStartTime();
        return new Stopwatch(Clock.systemUTC(), startedAt);
    }

    /** Milliseconds until now. */
    public long millis() {
        return clock.millis() - startedAt;
    }
}
