package io.copytaster.alert.live;

import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@code GET /api/v1/stream}: the caller's alerts as server-sent events, resumable by {@code Last-Event-ID}. */
@RestController
final class LiveController {

    private final LiveAlerts alerts;
    private final Supplier<AlertLogClient> logs;
    private final LiveSettings settings;
    /** A thread per connection that waits for its next event: virtual, so it costs little. */
    private final Scheduler waiting = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    LiveController(LiveAlerts alerts, Supplier<AlertLogClient> logs, LiveSettings settings) {
        this.alerts = alerts;
        this.logs = logs;
        this.settings = settings;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var since = Optional.ofNullable(lastEventId)
                .or(() -> Optional.ofNullable(after))
                .map(LiveController::place);
        return Flux.generate(() -> open(caller, since), LiveController::next, LiveClient::close)
                .subscribeOn(waiting);
    }

    private static OffsetVector place(String text) {
        return OffsetVector.parse(text)
                .orElseThrow(() -> Problem.invalid(
                        "Last-Event-ID",
                        "expected the id of an earlier event such as 0:12,1:5; leave it out to begin now"));
    }

    private LiveClient open(Caller caller, Optional<OffsetVector> since) {
        var watcher = alerts.watch(caller.subscriberId())
                .orElseThrow(() -> Problem.unavailable(
                        Duration.ofSeconds(5), "no further live connection can be served now; come back shortly"));
        var client = new LiveClient(alerts, watcher, caller.subscriberId(), settings);
        try {
            since.ifPresent(place -> client.catchUp(place, logs));
            client.greet(settings.retry());
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static LiveClient next(LiveClient client, SynchronousSink<ServerSentEvent<String>> sink) {
        try {
            client.next().ifPresentOrElse(sink::next, sink::complete);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            sink.complete();
        }
        return client;
    }
}
