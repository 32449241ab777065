package io.copytaster.ingest.intake;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.Submission;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.intake.JsonSubmissions.KeyHeader;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.receipt.IdempotencyKey;
import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One article at a time over HTTP: in, out again, and withdrawn. Runs on virtual threads, which may block. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

    private static final byte[] NOTHING = {};

    private final IngestPipeline pipeline;
    private final IntakeDesk desk;

    ArticleController(IngestPipeline pipeline, IntakeDesk desk) {
        this.pipeline = pipeline;
        this.desk = desk;
    }

    /** Takes an article in. */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = RawArticle.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReceiptBody accept(
            @RequestBody(required = false) Mono<byte[]> body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            Caller caller) {
        var read = read(body, header(caller, key));
        return ReceiptBody.of(desk.single(new Submission.Traced(read.submission(), new Trace(trace)), read.bytes()));
    }

    /** Withdraws an article; again for one that is withdrawn already. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReceiptBody withdraw(
            @PathVariable String id, @RequestHeader(name = "traceparent", required = false) @Nullable String trace) {
        var article = articleId(id);
        return ReceiptBody.of(desk.receipt(() -> pipeline.withdraw(article, new Trace(trace))));
    }

    /** What is known about an article: its revisions, not its text, which is on the stream. */
    @GetMapping("/{id}")
    ArticleBody find(@PathVariable String id) {
        return desk.asking(() -> pipeline.find(articleId(id)))
                .map(ArticleBody::of)
                .orElseThrow(() -> Problem.notFound("article", id));
    }

    /** What a request says, and how much memory it takes. */
    private record Sized(Submission submission, int bytes) {}

    private Sized read(Mono<byte[]> body, Optional<KeyHeader> key) {
        try {
            var bytes = body.blockOptional().orElse(NOTHING);
            return new Sized(desk.read(bytes, key), bytes.length);
        } catch (RuntimeException e) {
            if (isTooLarge(e)) {
                return new Sized(desk.tooLarge(), 0);
            }
            throw e;
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof DataBufferLimitException
                || (failure.getCause() != null && isTooLarge(failure.getCause()));
    }

    private static ArticleId articleId(String id) {
        try {
            return new ArticleId(id);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("article", id);
        }
    }

    private static Optional<KeyHeader> header(Caller caller, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > IdempotencyKey.MAX_LENGTH) {
            throw Problem.invalid(
                    "Idempotency-Key",
                    "expected 1 to " + IdempotencyKey.MAX_LENGTH + " characters, got " + key.length()
                            + "; use a random UUID");
        }
        return Optional.of(new KeyHeader(caller.subscriberId(), key));
    }
}
