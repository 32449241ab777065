package io.copytaster.alert.delivery;

import io.copytaster.alert.webhook.AttemptOutcome;
import io.copytaster.alert.webhook.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of a delivery.
 *
 * @param number 1, 2, … over all redeliveries
 * @param outcome {@code delivered}, {@code retry} or {@code refused}
 * @param error class of what went wrong; null when delivered
 * @param hint what the owner of the endpoint can do
 * @param detail for operators
 * @param status of the answer; null when there was none
 * @param excerpt beginning of the answer's body
 * @param took until the answer, its body included
 * @param late whether the answer came after the lease had run out and decided nothing
 */
public record Attempt(
        int number,
        String outcome,
        @Nullable String error,
        String hint,
        String detail,
        @Nullable Integer status,
        String excerpt,
        Instant startedAt,
        Duration took,
        boolean late) {

    static Attempt of(int number, Reply reply, AttemptOutcome outcome, Instant startedAt, Duration took) {
        var answered = new Attempt(number, "delivered", null, "", "", null, "", startedAt, took, false).answered(reply);
        return switch (outcome) {
            case AttemptOutcome.Delivered() -> answered;
            case AttemptOutcome.Retry(var error, var hint, var _, var _) ->
                answered.failed("retry", error.label(), hint);
            case AttemptOutcome.Refused(var error, var hint, var _) -> answered.failed("refused", error.label(), hint);
        };
    }

    private Attempt answered(Reply reply) {
        return switch (reply) {
            case Reply.Answer(int code, var _, var text) ->
                new Attempt(number, outcome, error, hint, detail, code, text, startedAt, took, late);
            case Reply.NoAnswer(var _, var why) ->
                new Attempt(number, outcome, error, hint, why, status, excerpt, startedAt, took, late);
        };
    }

    private Attempt failed(String newOutcome, String newError, String newHint) {
        return new Attempt(number, newOutcome, newError, newHint, detail, status, excerpt, startedAt, took, late);
    }
}
