package io.copytaster.cli.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookReceiverTest {

    private final BlockingQueue<Message> told = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @CsvSource({"trusted, 204", "rejected, 401", "unchecked, 204"})
    void answers_by_its_verdict_and_tells_either_way(String verdict, int expected) throws Exception {
        // Given
        Function<Message, Verdict> judge = _ -> verdict(verdict);
        try (WebhookReceiver receiver = WebhookReceiver.start(0, judge, (message, _) -> told.add(message))) {

            // When
            int status = post(receiver, "{\"type\":\"alert.raised\"}");

            // Then
            assertThat(status).isEqualTo(expected);
            assertThat(told.take())
                    .returns("d_1", Message::id)
                    .returns(
                            "alert.raised",
                            message -> message.json().path("type").asString());
        }
    }

    private static Verdict verdict(String name) {
        return switch (name) {
            case "trusted" -> new Verdict.Verified();
            case "rejected" -> new Verdict.Rejected("no signature fits");
            default -> new Verdict.Unchecked();
        };
    }

    private static int post(WebhookReceiver receiver, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .header("webhook-id", "d_1")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
