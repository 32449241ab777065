package io.copytaster.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.alert.endpoint.ClientErrors;
import io.copytaster.alert.webhook.AttemptOutcome.Delivered;
import io.copytaster.alert.webhook.AttemptOutcome.Effect;
import io.copytaster.alert.webhook.AttemptOutcome.Holds;
import io.copytaster.alert.webhook.AttemptOutcome.Refused;
import io.copytaster.alert.webhook.AttemptOutcome.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void two_hundreds_deliver(int status) {
        assertThat(judge(status, Map.of())).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 400, 401, 403, 404, 408, 409, 422, 425, 500, 502, 504, 599})
    void other_failures_are_retried_on_schedule(int status) {
        assertThat(judge(status, Map.of())).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.after()).isZero();
            assertThat(retry.holds()).isEqualTo(Holds.DELIVERY);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void client_errors_are_final_where_the_endpoint_says_so(int status) {
        assertThat(AnswerJudge.judge(new Reply.Answer(status, Map.of(), ""), ClientErrors.REFUSE, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.effect()).isEqualTo(Effect.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 503})
    void temporary_failures_are_retried_even_there(int status) {
        assertThat(AnswerJudge.judge(new Reply.Answer(status, Map.of(), ""), ClientErrors.REFUSE, NOW))
                .isInstanceOf(Retry.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_fails_and_names_the_url_to_set(int status) {
        assertThat(judge(status, Map.of("location", "https://new.example/hook")))
                .isInstanceOfSatisfying(Retry.class, retry -> {
                    assertThat(retry.error()).isEqualTo(ErrorClass.REDIRECT);
                    assertThat(retry.hint()).contains("set your URL to https://new.example/hook");
                });
    }

    @Test
    void gone_disables_the_endpoint() {
        assertThat(judge(410, Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.effect()).isEqualTo(Effect.DISABLE));
    }

    @Test
    void too_many_requests_rests_the_endpoint_a_minute_unless_it_says_how_long() {
        assertThat(judge(429, Map.of())).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.after()).isEqualTo(Duration.ofSeconds(60));
            assertThat(retry.holds()).isEqualTo(Holds.ENDPOINT);
        });
        assertThat(judge(503, Map.of("retry-after", "7"))).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
            assertThat(retry.holds()).isEqualTo(Holds.ENDPOINT);
        });
    }

    @Test
    void the_control_header_overrules_the_status() {
        assertThat(judge(200, Map.of("webhook-delivery", "disable")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.effect()).isEqualTo(Effect.DISABLE));
        assertThat(judge(500, Map.of("webhook-delivery", "abort-message")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.effect()).isEqualTo(Effect.NONE));
    }

    @ParameterizedTest
    @EnumSource(ErrorClass.class)
    void no_answer_is_retried_and_says_what_to_do(ErrorClass error) {
        var outcome = AnswerJudge.judge(new Reply.NoAnswer(error, "inner detail"), ClientErrors.REFUSE, NOW);

        assertThat(outcome).isEqualTo(new Retry(error, error.remedy(), Duration.ZERO, Holds.DELIVERY));
    }

    private static AttemptOutcome judge(int status, Map<String, String> headers) {
        return AnswerJudge.judge(new Reply.Answer(status, headers, ""), ClientErrors.RETRY, NOW);
    }
}
