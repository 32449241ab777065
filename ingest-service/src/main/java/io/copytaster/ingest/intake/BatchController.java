package io.copytaster.ingest.intake;

import io.copytaster.ingest.Answer;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.intake.LineSplitter.Line;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many articles over HTTP, one JSON object a line, with one receipt or problem a line in the same order. What has
 * arrived is decided at once and answered at once, so a slow sender sees its receipts while it still sends; the sender is
 * held back while a wave is being decided.
 */
@RestController
@RequestMapping("/api/v1/articles/batch")
class BatchController {

    /** One that interrupts nothing: lines that were being decided when the sender left are decided. */
    private static final Scheduler VIRTUAL = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final IntakeDesk desk;
    private final IntakeSettings settings;
    private final JsonMapper json;

    BatchController(IntakeDesk desk, IntakeSettings settings, JsonMapper json) {
        this.desk = desk;
        this.settings = settings;
        this.json = json;
    }

    /** Takes articles in, one a line; with {@code origin=backfill} as history, at its own pace and on its own stream. */
    @PostMapping(
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, "application/jsonl", "application/ndjson"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> accept(
            @RequestBody(required = false) Flux<DataBuffer> body,
            @RequestParam(name = "origin", required = false) @Nullable String origin,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            ServerHttpResponse response) {
        var lane = origin(origin);
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        var receipts = Flux.generate(
                        () -> new Arriving(body, settings),
                        (Arriving arriving, SynchronousSink<byte[]> sink) -> {
                            var wave = arriving.wave();
                            if (wave.isEmpty()) {
                                sink.complete();
                            } else {
                                sink.next(receipts(wave, lane, new Trace(trace)));
                            }
                            return arriving;
                        },
                        Arriving::dispose)
                .subscribeOn(VIRTUAL)
                .map(bytes -> Mono.just(response.bufferFactory().wrap(bytes)));
        return response.writeAndFlushWith(receipts);
    }

    /**
     * The lines of a body as they arrive, in waves: all that is there, and as soon as something is there. What arrives while a wave is
     * being decided waits, a bounded number of buffers of the network. The network's thread puts, the thread of the batch takes.
     */
    private static final class Arriving extends BaseSubscriber<DataBuffer> {

        private static final int BUFFERS = 32;
        private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

        private final BlockingQueue<Signal<byte[]>> arrived = new LinkedBlockingQueue<>();
        private final ArrayDeque<Line> lines = new ArrayDeque<>();
        private final LineSplitter splitter;
        private final int most;
        private boolean ended;
        private @Nullable Throwable failure;

        Arriving(Flux<DataBuffer> body, IntakeSettings settings) {
            this.splitter = new LineSplitter(settings.requestBytes());
            this.most = settings.waveSize();
            body.subscribe(this);
        }

        /** The next wave; an empty one at the end. Of a body that was cut the whole lines are decided, then this throws. */
        List<Line> wave() {
            try {
                while (!ended && (lines.isEmpty() || (lines.size() < most && !arrived.isEmpty()))) {
                    read(next());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Exceptions.propagate(e);
            }
            if (lines.isEmpty() && failure != null) {
                throw Exceptions.propagate(failure);
            }
            var wave = new ArrayList<Line>(most);
            while (wave.size() < most && !lines.isEmpty()) {
                wave.add(lines.remove());
            }
            return wave;
        }

        private Signal<byte[]> next() throws InterruptedException {
            var signal = arrived.poll(LONGEST_SILENCE.toNanos(), TimeUnit.NANOSECONDS);
            return signal == null ? Signal.error(new TimeoutException("the sender of a batch fell silent")) : signal;
        }

        private void read(Signal<byte[]> signal) {
            var bytes = signal.get();
            if (bytes != null) {
                lines.addAll(splitter.feed(bytes));
                request(1);
                return;
            }
            ended = true;
            failure = signal.getThrowable();
            if (failure == null) {
                splitter.finish().ifPresent(lines::add);
            }
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(BUFFERS);
        }

        @Override
        protected void hookOnNext(DataBuffer buffer) {
            arrived.add(Signal.next(bytes(buffer)));
        }

        @Override
        protected void hookOnComplete() {
            arrived.add(Signal.complete());
        }

        @Override
        protected void hookOnError(Throwable failure) {
            arrived.add(Signal.error(failure));
        }
    }

    private byte[] receipts(List<Line> lines, Origin origin, Trace trace) {
        var out = new StringBuilder();
        var answers = answers(lines, origin, trace);
        for (int i = 0; i < lines.size(); i++) {
            out.append(json.writeValueAsString(body(answers.get(i), lines.get(i))))
                    .append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What became of a line: an answer, or a problem that all lines of the wave share. */
    private sealed interface Told {
        record Answered(Answer answer) implements Told {}

        record Failed(Problem problem) implements Told {}
    }

    private List<Told> answers(List<Line> lines, Origin origin, Trace trace) {
        try {
            var submissions =
                    lines.stream().map(line -> desk.read(line, origin)).toList();
            return desk.wave(submissions, trace, origin).stream()
                    .<Told>map(Told.Answered::new)
                    .toList();
        } catch (Problem problem) {
            return lines.stream().<Told>map(_ -> new Told.Failed(problem)).toList();
        }
    }

    private Object body(Told told, Line line) {
        return switch (told) {
            case Told.Failed(var problem) -> problem(problem, line);
            case Told.Answered(var answer) -> {
                try {
                    yield ReceiptBody.of(desk.receipt(answer));
                } catch (Problem problem) {
                    yield problem(problem, line);
                }
            }
        };
    }

    /** The problem document, with the line that it is about. */
    private ObjectNode problem(Problem problem, Line line) {
        ObjectNode document = json.valueToTree(problem.getBody());
        return document.put("line", line.number());
    }

    private static Origin origin(@Nullable String word) {
        return switch (word) {
            case null -> Origin.LIVE;
            case "live" -> Origin.LIVE;
            case "backfill" -> Origin.BACKFILL;
            default ->
                throw Problem.invalid(
                        "origin", "expected live or backfill, got another word; leave it out for what happens now");
        };
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
