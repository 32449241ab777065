package io.copytaster.alert.live;

import io.copytaster.alert.live.LiveAlerts.Placed;
import io.copytaster.alert.live.LiveAlerts.Watcher;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/**
 * One connection to the live stream: what it missed, read from the log, and then what comes. The id of each event is
 * the place behind it, so that who comes back with it misses nothing and sees nothing twice. One thread at a time.
 */
final class LiveClient implements AutoCloseable {

    private final LiveAlerts alerts;
    private final Watcher watcher;
    private final Duration heartbeat;
    private final String subscriberId;
    private final Deque<ServerSentEvent<String>> ready = new ArrayDeque<>();
    private OffsetVector place;
    private @Nullable AlertLogClient log;
    private boolean ended;

    /** Begins where the watcher begins. */
    LiveClient(LiveAlerts alerts, Watcher watcher, String subscriberId, LiveSettings settings) {
        this.alerts = alerts;
        this.watcher = watcher;
        this.subscriberId = subscriberId;
        this.heartbeat = settings.heartbeat();
        this.place = watcher.begin();
    }

    /** Says hello, and names the place, so that who is cut off before the first alert comes back to it. */
    void greet(Duration retry) {
        ready.add(ServerSentEvent.<String>builder()
                .id(place.toString())
                .retry(retry)
                .comment("alerts as they are raised")
                .build());
    }

    /** Before anything else, reads from the log what was missed since this place. */
    void catchUp(OffsetVector since, Supplier<AlertLogClient> logs) {
        var opened = logs.get();
        log = opened;
        var kept = withinBounds(since, opened.beginning(), opened.end());
        if (!kept.equals(since)) {
            ready.add(gap(kept, "what came before is not kept any more"));
        }
        place = kept;
        opened.seek(kept);
    }

    /** The next event, a heartbeat if nothing comes in time; empty when the connection is to end. */
    Optional<ServerSentEvent<String>> next() throws InterruptedException {
        while (ready.isEmpty() && !ended) {
            if (log == null) {
                takeLive();
            } else {
                takeFrom(log);
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public void close() {
        alerts.leave(watcher);
        closeLog();
    }

    private void takeFrom(AlertLogClient opened) {
        var records = opened.poll(heartbeat);
        for (var record : records) {
            if (record.offset() < watcher.begin().of(record.partition())) {
                place = place.with(record.partition(), record.offset() + 1);
                opened.alert(record)
                        .filter(alert -> alert.subscriberId().equals(subscriberId))
                        .ifPresent(alert -> ready.add(event(alert, place)));
            }
        }
        if (reached(opened.position())) {
            place = furthest(place, watcher.begin());
            closeLog();
        } else if (records.isEmpty()) {
            ready.add(beat(Optional.empty()));
        }
    }

    private void takeLive() throws InterruptedException {
        var next = watcher.next(heartbeat);
        if (next.isPresent()) {
            take(next.get());
            return;
        }
        switch (watcher.watching()) {
            case STILL -> ready.add(beat(alerts.placeIfDrained(watcher)));
            case STOPPED -> ended = true;
            case TOO_SLOW -> {
                ready.add(gap(place, "this connection was too slow; reconnect to continue from the cursor"));
                ended = true;
            }
        }
    }

    /** Leaves out what a place ahead of the reader, from another instance, has seen already. */
    private void take(Placed placed) {
        var alert = placed.alert();
        if (alert.offset() >= place.of(alert.partition())) {
            place = furthest(place, placed.after());
            ready.add(event(alert, place));
        }
    }

    private boolean reached(OffsetVector position) {
        return watcher.begin().offsets().entrySet().stream()
                .allMatch(partition -> position.of(partition.getKey()) >= partition.getValue());
    }

    private void closeLog() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private ServerSentEvent<String> beat(Optional<OffsetVector> drained) {
        drained.ifPresent(now -> place = furthest(place, now));
        return ServerSentEvent.<String>builder()
                .id(place.toString())
                .comment("still here")
                .build();
    }

    private static ServerSentEvent<String> event(LiveAlert alert, OffsetVector after) {
        return ServerSentEvent.<String>builder(alert.json())
                .id(after.toString())
                .event("alert")
                .build();
    }

    private static ServerSentEvent<String> gap(OffsetVector cursor, String reason) {
        return ServerSentEvent.<String>builder("{\"cursor\":\"" + cursor + "\",\"reason\":\"" + reason + "\"}")
                .id(cursor.toString())
                .event("gap")
                .build();
    }

    /** A place before what is kept moves to its beginning; one behind its end (the stream was made anew) as well. */
    private static OffsetVector withinBounds(OffsetVector since, OffsetVector beginning, OffsetVector end) {
        var kept = since;
        for (var partition : end.offsets().keySet()) {
            boolean lost = since.of(partition) < beginning.of(partition) || since.of(partition) > end.of(partition);
            if (lost) {
                kept = kept.with(partition, beginning.of(partition));
            }
        }
        return kept;
    }

    private static OffsetVector furthest(OffsetVector one, OffsetVector other) {
        var furthest = one;
        for (var partition : other.offsets().entrySet()) {
            if (partition.getValue() > one.of(partition.getKey())) {
                furthest = furthest.with(partition.getKey(), partition.getValue());
            }
        }
        return furthest;
    }
}
