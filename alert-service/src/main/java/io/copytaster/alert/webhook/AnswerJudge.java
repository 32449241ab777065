package io.copytaster.alert.webhook;

import io.copytaster.alert.endpoint.ClientErrors;
import io.copytaster.alert.webhook.AttemptOutcome.Delivered;
import io.copytaster.alert.webhook.AttemptOutcome.Effect;
import io.copytaster.alert.webhook.AttemptOutcome.Holds;
import io.copytaster.alert.webhook.AttemptOutcome.Refused;
import io.copytaster.alert.webhook.AttemptOutcome.Retry;
import java.time.Duration;
import java.time.Instant;

/** Says what an answer means. Pure. */
public final class AnswerJudge {

    /** How long an endpoint rests after 429 without {@code Retry-After}. */
    private static final Duration DEFAULT_REST = Duration.ofSeconds(60);

    private static final String CONTROL = "webhook-delivery";

    private AnswerJudge() {}

    /** The outcome of an attempt, by the answer and the endpoint's policy for 4xx. */
    public static AttemptOutcome judge(Reply reply, ClientErrors clientErrors, Instant now) {
        return switch (reply) {
            case Reply.NoAnswer(var error, var _) -> new Retry(error, error.remedy(), Duration.ZERO, Holds.DELIVERY);
            case Reply.Answer answer -> judge(answer, clientErrors, now);
        };
    }

    private static AttemptOutcome judge(Reply.Answer answer, ClientErrors clientErrors, Instant now) {
        var control = answer.header(CONTROL).orElse("");
        if (control.equals("disable")) {
            return new Refused(ErrorClass.STATUS, "the answer asked for no more deliveries", Effect.DISABLE);
        }
        if (control.equals("abort-message")) {
            return new Refused(ErrorClass.STATUS, "the answer asked not to get this message again", Effect.NONE);
        }
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        if (status >= 300 && status < 400) {
            return new Retry(ErrorClass.REDIRECT, redirectHint(answer), Duration.ZERO, Holds.DELIVERY);
        }
        if (status == 410) {
            return new Refused(ErrorClass.STATUS, "the endpoint answered 410 Gone", Effect.DISABLE);
        }
        return failed(answer, clientErrors, now);
    }

    private static AttemptOutcome failed(Reply.Answer answer, ClientErrors clientErrors, Instant now) {
        int status = answer.status();
        var asked = RetryAfter.parse(answer.header("retry-after").orElse(""), now);
        var hint = "the endpoint answered " + status;
        if (status == 429 || (status == 503 && asked.isPresent())) {
            return new Retry(ErrorClass.STATUS, hint, asked.orElse(DEFAULT_REST), Holds.ENDPOINT);
        }
        boolean temporary = status == 408 || status == 409 || status == 425 || status >= 500 || status < 200;
        return temporary || clientErrors == ClientErrors.RETRY
                ? new Retry(ErrorClass.STATUS, hint, asked.orElse(Duration.ZERO), Holds.DELIVERY)
                : new Refused(ErrorClass.STATUS, hint + ", and this endpoint's 4xx answers are final", Effect.NONE);
    }

    private static String redirectHint(Reply.Answer answer) {
        return answer.header("location")
                .map(location -> "redirects are never followed; set your URL to " + location)
                .orElse(ErrorClass.REDIRECT.remedy());
    }
}
