package io.copytaster.alert.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands what the one reader of the stream reads to everybody who watches. Nobody is waited for: whoever is too slow is
 * let go at a known place and continues from there. State: the place of the reader and who watches; guarded by this
 * object's monitor.
 */
final class LiveAlerts {

    private final int mostWatchers;
    private final int bufferSize;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private @Nullable OffsetVector place;

    LiveAlerts(int mostWatchers, int bufferSize) {
        this.mostWatchers = mostWatchers;
        this.bufferSize = bufferSize;
    }

    /** The reader has begun, at this place. */
    synchronized void begin(OffsetVector at) {
        place = at;
    }

    /** Where the reader is; empty until it has begun. */
    synchronized Optional<OffsetVector> place() {
        return Optional.ofNullable(place);
    }

    /** The reader has read one more; in the order of the reader. */
    synchronized void read(LiveAlert alert) {
        advance(alert.partition(), alert.offset() + 1);
        var now = place;
        if (now != null) {
            watchers.removeIf(watcher -> !watcher.accepts(alert, now));
        }
    }

    /** The reader has passed a record that is no alert for anybody. */
    synchronized void advance(int partition, long next) {
        if (place != null) {
            place = place.with(partition, next);
        }
    }

    /** Begins to watch from the place where the reader is; empty when too many watch or the reader has not begun. */
    synchronized Optional<Watcher> watch(String subscriberId) {
        if (place == null || watchers.size() >= mostWatchers) {
            return Optional.empty();
        }
        var watcher = new Watcher(subscriberId, place, bufferSize);
        watchers.add(watcher);
        return Optional.of(watcher);
    }

    /** The service stops: everybody is let go, and nobody is taken any more. */
    synchronized void end() {
        place = null;
        watchers.forEach(Watcher::stop);
        watchers.clear();
    }

    synchronized void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** The reader's place, if the watcher has taken everything that was read up to it. */
    synchronized Optional<OffsetVector> placeIfDrained(Watcher watcher) {
        return watchers.contains(watcher) && watcher.buffer.isEmpty() ? Optional.ofNullable(place) : Optional.empty();
    }

    /**
     * An alert and the place right behind it.
     *
     * @param after where to continue after this alert
     */
    record Placed(LiveAlert alert, OffsetVector after) {}

    /** One who watches: what it has not taken yet, within a bound. */
    static final class Watcher {

        private final String subscriberId;
        private final OffsetVector begin;
        /** An empty element only wakes whoever waits. */
        private final BlockingQueue<Optional<Placed>> buffer;

        private volatile Watching watching = Watching.STILL;

        private Watcher(String subscriberId, OffsetVector begin, int bufferSize) {
            this.subscriberId = subscriberId;
            this.begin = begin;
            this.buffer = new ArrayBlockingQueue<>(bufferSize);
        }

        /** The place from which on everything comes through the buffer. */
        OffsetVector begin() {
            return begin;
        }

        /** The next alert, if one comes in time. */
        Optional<Placed> next(Duration wait) throws InterruptedException {
            var next = buffer.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
            return next == null ? Optional.empty() : next;
        }

        /** Whether it was let go; what is in the buffer still counts, what came later is not in it. */
        Watching watching() {
            return watching;
        }

        private boolean accepts(LiveAlert alert, OffsetVector after) {
            if (alert.subscriberId().equals(subscriberId) && !buffer.offer(Optional.of(new Placed(alert, after)))) {
                watching = Watching.TOO_SLOW;
            }
            return watching == Watching.STILL;
        }

        private void stop() {
            watching = Watching.STOPPED;
            buffer.offer(Optional.empty());
        }
    }

    /** Whether somebody still watches. */
    enum Watching {
        STILL,
        /** Its buffer was full. */
        TOO_SLOW,
        /** The service stops. */
        STOPPED
    }
}
