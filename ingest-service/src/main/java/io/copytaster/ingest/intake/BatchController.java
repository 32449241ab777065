package io.copytaster.ingest.intake;

import io.copytaster.ingest.Answer;
import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.intake.LineSplitter.Line;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
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

    private static final Scheduler VIRTUAL =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "batch");

    private final IngestPipeline pipeline;
    private final IntakeDesk desk;
    private final IntakeSettings settings;
    private final JsonMapper json;

    BatchController(IngestPipeline pipeline, IntakeDesk desk, IntakeSettings settings, JsonMapper json) {
        this.pipeline = pipeline;
        this.desk = desk;
        this.settings = settings;
        this.json = json;
    }

    /** Takes articles in, one a line. */
    @PostMapping(
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, "application/jsonl", "application/ndjson"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> accept(
            @RequestBody(required = false) Flux<DataBuffer> body,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        var receipts = waves(body)
                .concatMap(
                        wave -> Mono.fromCallable(() -> receipts(wave, new Trace(trace)))
                                .subscribeOn(VIRTUAL),
                        1)
                .map(bytes -> Mono.just(response.bufferFactory().wrap(bytes)));
        return response.writeAndFlushWith(receipts);
    }

    /** The lines as they arrive, in handfuls that are decided together. */
    private Flux<List<Line>> waves(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var splitter = new LineSplitter(settings.requestBytes());
            return body.map(BatchController::bytes)
                    .map(splitter::feed)
                    .concatWith(
                            Mono.fromCallable(() -> splitter.finish().stream().toList()))
                    .concatMapIterable(this::handfuls);
        });
    }

    private List<List<Line>> handfuls(List<Line> lines) {
        var handfuls = new ArrayList<List<Line>>();
        for (int i = 0; i < lines.size(); i += settings.waveSize()) {
            handfuls.add(lines.subList(i, Math.min(lines.size(), i + settings.waveSize())));
        }
        return handfuls;
    }

    private byte[] receipts(List<Line> lines, Trace trace) {
        var out = new StringBuilder();
        var answers = answers(lines, trace);
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

    private List<Told> answers(List<Line> lines, Trace trace) {
        try {
            var submissions = lines.stream().map(desk::read).toList();
            return desk.wave(() -> pipeline.accept(submissions, trace)).stream()
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

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
