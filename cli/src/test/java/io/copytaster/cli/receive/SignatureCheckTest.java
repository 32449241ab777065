package io.copytaster.cli.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureCheckTest {

    /** Secret, id, body and signature as the Standard Webhooks libraries test themselves. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String TIMESTAMP = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void trusts_a_message_whose_signature_fits() {
        // Given
        Message message = message(ID, TIMESTAMP, SIGNATURE, BODY);

        // When
        Verdict verdict = check(0).check(message);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void trusts_a_message_of_which_one_of_several_signatures_fits() {
        // Given
        Message message = message(ID, TIMESTAMP, "v1,Zm9yIGFub3RoZXIgc2VjcmV0 v1a,x " + SIGNATURE, BODY);

        // When
        Verdict verdict = check(0).check(message);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "msg_other | 1614265330 | {\"test\": 2432232314} | no signature fits",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265331 | {\"test\": 2432232314} | no signature fits",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | 1614265330 | {\"test\":2432232314} | no signature fits",
                "'' | 1614265330 | {} | a header is missing",
                "msg_p5jXN8AQM9LWM0D4loKWxJek | soon | {} | not a number"
            })
    void says_why_it_does_not_trust_a_message(String id, String timestamp, String body, String reason) {
        // Given
        Message message = message(id, timestamp, SIGNATURE, body);

        // When
        Verdict verdict = check(0).check(message);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"301", "-301"})
    void rejects_a_message_from_another_time(long secondsLater) {
        // Given
        Message replayed = message(ID, TIMESTAMP, SIGNATURE, BODY);

        // When
        Verdict verdict = check(secondsLater).check(replayed);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("clock"));
    }

    @ParameterizedTest
    @CsvSource({"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_§"})
    void refuses_what_is_no_secret(String secret) {
        // When, Then
        assertThatThrownBy(() -> new SignatureCheck(secret, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret: expected")
                .hasMessageNotContaining("MfKQ");
    }

    private static SignatureCheck check(long secondsLater) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP) + secondsLater);
        return new SignatureCheck(SECRET, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Message message(String id, String timestamp, String signature, String body) {
        return new Message(id, timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
}
