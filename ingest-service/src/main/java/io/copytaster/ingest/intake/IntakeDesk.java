package io.copytaster.ingest.intake;

import io.copytaster.ingest.Answer;
import io.copytaster.ingest.Submission;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.intake.JsonSubmissions.KeyHeader;
import io.copytaster.ingest.receipt.Receipt;
import io.copytaster.ingest.seen.DatabaseAwayException;
import io.copytaster.runtime.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests are let in one permit at a time, and where an absent database becomes an answer. Thread-safe. */
final class IntakeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);
    private static final byte[] NOTHING = {};

    private final JsonSubmissions submissions;
    private final IntakeSettings settings;
    private final Permits permits;

    IntakeDesk(JsonSubmissions submissions, IntakeSettings settings) {
        this.submissions = submissions;
        this.settings = settings;
        this.permits = new Permits(settings.permits());
    }

    /** The submission in a request's body. */
    Submission read(byte[] body, Optional<KeyHeader> key) {
        return submissions.read(body, key);
    }

    /** A request that is too large is a submission too, so that the ledger has it. */
    Submission tooLarge() {
        return JsonSubmissions.tooLong(NOTHING, settings.requestBytes());
    }

    /** The submission in a line of a batch. */
    Submission read(LineSplitter.Line line) {
        return line.isCut()
                ? JsonSubmissions.tooLong(line.bytes(), settings.requestBytes())
                : submissions.read(line.bytes(), Optional.empty());
    }

    /** The receipt of one decision, or the problem thrown. */
    Receipt receipt(Supplier<Answer> decision) {
        return permits.within(settings.patience(), () -> receipt(asking(decision)))
                .orElseThrow(this::busy);
    }

    /** The answers to a wave of a batch, or the problem thrown that each of its lines has. */
    List<Answer> wave(Supplier<List<Answer>> decision) {
        return permits.within(settings.batchPatience(), () -> asking(decision)).orElseThrow(this::busy);
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

    /** Decisions that could be let in now. */
    int freePermits() {
        return permits.free();
    }
}
