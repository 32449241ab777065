package io.copytaster.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.copytaster.alert.endpoint.Secret;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookSignatureTest {

    private static final Path FOREIGN_VECTORS = Path.of("../../shared/handbook/webhooks-vectors.json");
    private static final Secret SECRET = Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Secret OLD_SECRET = Secret.parse("whsec_q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=");

    @Test
    void signs_the_vector_of_the_reference_libraries() {
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        var signature = WebhookSignature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signs_the_vectors_of_other_implementations() throws IOException {
        boolean present = Files.exists(FOREIGN_VECTORS);
        if (!present) {
            System.out.println("SKIPPED signs_the_vectors_of_other_implementations: no " + FOREIGN_VECTORS);
        }
        assumeTrue(present);
        for (var vector :
                JsonMapper.shared().readTree(Files.readString(FOREIGN_VECTORS)).get("vectors")) {
            var secrets = secrets(vector);
            if (!secrets.isEmpty()) {
                var body = vector.get("body").asString().getBytes(StandardCharsets.UTF_8);
                if (vector.has("bodyBase64")) {
                    body = Base64.getDecoder().decode(vector.get("bodyBase64").asString());
                }
                var signature = WebhookSignature.of(
                        secrets,
                        vector.get("id").asString(),
                        vector.get("timestamp").asLong(),
                        body);
                assertThat(signature).as(vector.get("name").asString()).isEqualTo(v1Of(vector));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}",
                "{\"t\":\"Poutine ordonne l’IA « GPU »\"}",
                "{\"t\":\"e\u0301\"}",
                "{\"t\":\"📰\"}",
                "",
                "{}\n",
                "1.2.3"
            })
    void the_reference_receiver_accepts_both_secrets_of_a_rotation(String body) throws Exception {
        var headers = headers(body);

        new Webhook(SECRET.reveal()).verify(body, headers);
        new Webhook(OLD_SECRET.reveal()).verify(body, headers);
    }

    @Test
    void the_reference_receiver_refuses_a_changed_body() {
        assertThatThrownBy(() -> new Webhook(SECRET.reveal()).verify("{\"a\":2}", headers("{\"a\":1}")))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void the_whole_text_of_a_secret_is_not_its_key() {
        assertThat(SECRET.key()).isEqualTo(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(SECRET).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_AAAA",
                "whsec_!!!!",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw-_"
            })
    void refuses_secrets_that_protect_nothing(String text) {
        assertThatThrownBy(() -> Secret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getMessage())).doesNotContain("MfKQ9"));
    }

    @Test
    void accepts_a_secret_without_padding() {
        assertThat(Secret.parse("whsec_q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s"))
                .isEqualTo(OLD_SECRET);
    }

    private static HttpHeaders headers(String body) {
        long now = Instant.now().getEpochSecond();
        var signature =
                WebhookSignature.of(List.of(SECRET, OLD_SECRET), "d_1", now, body.getBytes(StandardCharsets.UTF_8));
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("d_1"),
                        "webhook-timestamp", List.of(Long.toString(now)),
                        "webhook-signature", List.of(signature)),
                (_, _) -> true);
    }

    /** Secrets shorter than we accept are signed with by nobody here. */
    private static List<Secret> secrets(JsonNode vector) {
        var secrets = new ArrayList<Secret>();
        for (var name : List.of("secret", "previousSecret")) {
            var text = vector.path(name).asString("");
            if (text.length() >= "whsec_".length() + 32) {
                secrets.add(Secret.parse(text));
            }
        }
        return secrets;
    }

    private static String v1Of(JsonNode vector) {
        return String.join(
                " ",
                Stream.of(vector.get("signature").asString().split(" ", -1))
                        .filter(part -> part.startsWith("v1,"))
                        .toList());
    }
}
