package io.copytaster.systemtests.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The requests that a host got. Thread rule: guarded by the object's lock. */
public final class Visits {

    private final List<Visit> all = new ArrayList<>();
    private int now;
    private int mostAtOnce;

    /** One request, from its connection to the end of its answer. */
    final class Visit {
        private final Instant at = Instant.now();
        private final long tick = System.nanoTime();
        private String path = "";
        private boolean conditional;
        private boolean cut;

        void asked(String path, boolean conditional) {
            synchronized (Visits.this) {
                this.path = path;
                this.conditional = conditional;
            }
        }

        void cut() {
            synchronized (Visits.this) {
                cut = true;
            }
        }

        void end() {
            synchronized (Visits.this) {
                now--;
            }
        }
    }

    Visits() {}

    synchronized Visit begin() {
        var visit = new Visit();
        all.add(visit);
        mostAtOnce = Math.max(mostAtOnce, ++now);
        return visit;
    }

    /** Connections, whether or not a request came. */
    public synchronized int count() {
        return all.size();
    }

    /** Requests that named validators. */
    public synchronized int conditional() {
        return (int) all.stream().filter(visit -> visit.conditional).count();
    }

    /** Connections that the visitor, or nobody, ended early. */
    public synchronized int cut() {
        return (int) all.stream().filter(visit -> visit.cut).count();
    }

    /** Connections at a time at most. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** What was asked for, in order of arrival. */
    public synchronized List<String> paths() {
        return all.stream().map(visit -> visit.path).toList();
    }

    /** When each request came, in order. */
    public synchronized List<Instant> times() {
        return all.stream().map(visit -> visit.at).toList();
    }

    /** The time between the beginnings of each two requests in a row. */
    public synchronized List<Duration> gaps() {
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < all.size(); i++) {
            gaps.add(Duration.ofNanos(all.get(i).tick - all.get(i - 1).tick));
        }
        return gaps;
    }
}
