package io.copytaster.ingest.intake;

import io.copytaster.ingest.Answer;
import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.Submission;
import io.copytaster.ingest.admission.Gatherer;
import io.copytaster.ingest.admission.Pace;
import io.copytaster.ingest.admission.Permits;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.intake.JsonSubmissions.KeyHeader;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.receipt.Receipt;
import io.copytaster.ingest.seen.DatabaseAwayException;
import io.copytaster.runtime.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests are let in, each lane for itself, and where an absent database becomes an answer. Thread-safe. */
final class IntakeDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);
    private static final byte[] NOTHING = {};

    private final JsonSubmissions submissions;
    private final IntakeSettings settings;
    private final IngestPipeline pipeline;
    private final Permits permits;
    private final Permits backfillPermits;
    private final Pace backfillPace;
    private final Gatherer<Submission.Traced, Answer> singles;

    IntakeDesk(JsonSubmissions submissions, IngestPipeline pipeline, IntakeSettings settings) {
        this.submissions = submissions;
        this.pipeline = pipeline;
        this.settings = settings;
        this.permits = new Permits(settings.permits());
        this.backfillPermits = new Permits(settings.backfill().permits());
        this.backfillPace = new Pace(settings.backfill().perSecond(), System::nanoTime);
        this.singles = new Gatherer<>(
                pipeline::accept,
                IntakeDesk::key,
                new Gatherer.Bounds(
                        settings.singles().workers(),
                        settings.waveSize(),
                        settings.singles().waiting(),
                        settings.singles().kilobytes(),
                        settings.patience()));
    }

    /** The submission in a request's body. */
    Submission read(byte[] body, Optional<KeyHeader> key) {
        return submissions.read(body, Origin.LIVE, key);
    }

    /** A request that is too large is a submission too, so that the ledger has it. */
    Submission tooLarge() {
        return JsonSubmissions.tooLong(NOTHING, settings.requestBytes());
    }

    /** The submission in a line of a batch. */
    Submission read(LineSplitter.Line line, Origin origin) {
        return line.isCut()
                ? JsonSubmissions.tooLong(line.bytes(), settings.requestBytes())
                : submissions.read(line.bytes(), origin, Optional.empty());
    }

    /** The receipt for one article, which is decided together with others that come at the same time; or the problem thrown. */
    Receipt single(Submission.Traced submission, int bytes) {
        return receipt(asking(() -> singles.decide(submission, bytes)).orElseThrow(this::busy));
    }

    /** The receipt of one decision, or the problem thrown. */
    Receipt receipt(Supplier<Answer> decision) {
        return permits.within(settings.patience(), () -> receipt(asking(decision)))
                .orElseThrow(this::busy);
    }

    /** The answers to a wave of a batch, or the problem thrown that each of its lines has. */
    List<Answer> wave(List<Submission> wave, Trace trace, Origin origin) {
        return switch (origin) {
            case LIVE -> wave(wave, trace, permits);
            case BACKFILL -> {
                pause(backfillPace.claim(wave.size(), settings.batchPatience()).orElseThrow(this::busy));
                yield wave(wave, trace, backfillPermits);
            }
        };
    }

    private List<Answer> wave(List<Submission> wave, Trace trace, Permits lane) {
        return lane.within(settings.batchPatience(), () -> asking(() -> pipeline.accept(wave, trace)))
                .orElseThrow(this::busy);
    }

    /** Holds the sender back; its thread is a virtual one. */
    private void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Optional<String> key(Submission.Traced traced) {
        return traced.submission() instanceof Submission.Offered offered && offered.key() != null
                ? Optional.of(offered.key().lockName())
                : Optional.empty();
    }

    /** What the database says, or the problem that it does not answer. */
    <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (DatabaseAwayException e) {
            LOG.atWarn().setCause(e).log("database did not answer");
            throw undecided();
        }
    }

    /** The receipt in an answer, or the problem thrown. */
    Receipt receipt(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var receipt) -> receipt;
            case Answer.Refused(var refusal) -> throw problem(refusal);
            case Answer.Filtered(var ruling) ->
                throw Problem.unprocessable(
                        "a rule of this service does not take it in: " + ruling.sentence() + "; ask its operator");
            case Answer.Unknown(var article) -> throw Problem.notFound("article", article.value());
            case Answer.KeyReused _ ->
                throw Problem.conflict("this Idempotency-Key was used for another request; use a new key");
            case Answer.Unconfirmed(var reason) ->
                throw Problem.unavailable(
                        settings.retryAfter(),
                        "it is not known whether the article was taken in, because " + reason
                                + "; send the same request again");
        };
    }

    /** Nothing was remembered, because the database did not answer. */
    private Problem undecided() {
        return Problem.unavailable(
                settings.retryAfter(),
                "it is not known whether the article was taken in, because the database did not answer; send the same"
                        + " request again");
    }

    /** Nothing was tried, because there is too much in hand. */
    private Problem busy() {
        return Problem.tooMany(
                settings.retryAfter(), "the service has as much in hand as it takes; send the request again later");
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal.kind()) {
            case TOO_LARGE -> Problem.tooLarge(refusal.sentence());
            case INVALID ->
                refusal.field() == null
                        ? Problem.unreadable(refusal.sentence())
                        : Problem.invalid(refusal.field(), refusal.sentence());
        };
    }

    /** Decisions that could be let in now, of batches or single requests, whichever are fewer. */
    int freePermits() {
        return Math.min(permits.free(), singles.free());
    }

    @Override
    public void close() {
        singles.close();
    }
}
