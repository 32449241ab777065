package io.copytaster.alert.delivery;

import static io.copytaster.alert.delivery.LoopbackReceiver.answer;
import static io.copytaster.alert.delivery.LoopbackReceiver.drip;
import static io.copytaster.alert.delivery.LoopbackReceiver.flood;
import static io.copytaster.alert.delivery.LoopbackReceiver.hang;
import static io.copytaster.alert.delivery.LoopbackReceiver.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.copytaster.alert.endpoint.EndpointState;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void a_message_is_signed_so_that_the_reference_receiver_accepts_it() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            stage.clock.advance(Duration.between(stage.clock.instant(), Instant.now()));
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));

            // When
            var delivery = stage.attemptOnce(id);

            // Then
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            var request = receiver.received().getFirst();
            assertThat(request.header("webhook-id")).isEqualTo(id.value());
            assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(request.header("content-length")).isNotEmpty();
            assertThat(request.headers()).doesNotContainKeys("transfer-encoding", "accept-encoding", "cookie");
            assertThat(request.body()).contains("\"id\":\"" + id + "\"", "\"type\":\"alert.raised\"", "\"sequence\":1");
            assertThatCode(() -> new Webhook(stage.secret.reveal()).verify(request.body(), verifiable(request)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void attempts_share_id_and_body_and_are_signed_anew() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            receiver.then(answer("500 Oops", "broken"), answer("200 OK", ""));
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));

            // When
            var first = stage.attemptOnce(id);
            stage.clock.advance(Duration.ofSeconds(8));
            var second = stage.attemptOnce(id);

            // Then
            assertThat(first.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(first.nextAttemptAt()).isEqualTo(stage.clock.instant().minusSeconds(3));
            assertThat(second.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(receiver.received())
                    .extracting(r -> r.header("webhook-id"))
                    .containsExactly(id.value(), id.value());
            assertThat(receiver.received())
                    .extracting(LoopbackReceiver.Received::body)
                    .hasSize(2)
                    .containsOnly(receiver.received().getFirst().body());
            assertThat(receiver.received())
                    .extracting(r -> r.header("webhook-signature"))
                    .doesNotHaveDuplicates();
            assertThat(stage.attempts(id))
                    .extracting(Attempt::number, Attempt::outcome, Attempt::status, Attempt::excerpt)
                    .containsExactly(tuple(1, "retry", 500, "broken"), tuple(2, "delivered", 200, ""));
        }
    }

    @Test
    void a_hanging_a_dripping_and_a_resetting_receiver_each_cost_one_attempt_within_the_deadline() {
        try (var receiver = new LoopbackReceiver();
                var stage = new DeliveryStage(Duration.ofSeconds(1), "127.0.0.1/32:" + receiver.port())) {
            // Given
            receiver.then(hang(), drip(), reset());
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));

            // When
            for (int i = 0; i < 3; i++) {
                stage.attemptOnce(id);
                stage.clock.advance(Duration.ofHours(1));
            }

            // Then
            assertThat(stage.attempts(id))
                    .extracting(Attempt::error)
                    .containsExactly("timeout", "timeout", "connection_reset");
        }
    }

    @Test
    void an_endless_answer_is_cut_and_its_status_counts() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            receiver.then(flood());
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));

            // When
            var delivery = stage.attemptOnce(id);

            // Then
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(stage.attempts(id).getFirst().excerpt()).hasSize(16 * 1024);
        }
    }

    @Test
    void a_redirect_is_never_followed_and_says_which_url_to_set() {
        try (var receiver = new LoopbackReceiver();
                var elsewhere = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver, elsewhere)) {
            // Given
            receiver.then(answer("308 Permanent Redirect", "", "location: " + elsewhere.url()));
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));

            // When
            var delivery = stage.attemptOnce(id);

            // Then
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(elsewhere.connections()).isZero();
            assertThat(stage.attempts(id).getFirst().error()).isEqualTo("redirect");
            assertThat(stage.attempts(id).getFirst().hint()).contains("set your URL to " + elsewhere.url());
        }
    }

    @Test
    void gone_disables_the_endpoint_and_cancels_what_waits_for_it() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            receiver.then(answer("410 Gone", ""));
            var endpoint = stage.endpoint(receiver.url());
            var first = stage.open(SampleAlerts.about("a_1"), endpoint);
            stage.attemptOnce(first);
            var late = stage.open(SampleAlerts.about("a_2"), endpoint);

            // When
            stage.claims("0").tidy();

            // Then
            assertThat(stage.find(endpoint).orElseThrow().state()).isEqualTo(EndpointState.DISABLED);
            assertThat(List.of(stage.find(first), stage.find(late))).allSatisfy(delivery -> {
                assertThat(delivery.state()).isEqualTo(DeliveryState.CANCELLED);
                assertThat(delivery.reason()).contains("410 Gone");
            });
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void too_many_requests_holds_the_whole_endpoint_for_as_long_as_it_asked() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            receiver.then(answer("429 Too Many Requests", "", "retry-after: 120"));
            var endpoint = stage.endpoint(receiver.url());
            var first = stage.open(SampleAlerts.about("a_1"), endpoint);
            var limited = stage.attemptOnce(first);
            var second = stage.open(SampleAlerts.about("a_2"), endpoint);

            // When
            int whileAsked = stage.sender().beginDue();
            stage.clock.advance(Duration.ofSeconds(121));

            // Then
            assertThat(whileAsked).isZero();
            assertThat(limited.nextAttemptAt()).isEqualTo(stage.clock.instant().minusSeconds(1));
            assertThat(stage.attemptOnce(second).state()).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void a_forbidden_address_receives_not_one_byte() {
        try (var canary = new LoopbackReceiver();
                var stage = new DeliveryStage(Duration.ofSeconds(5))) {
            // Given
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(canary.url()));
            var mapped = stage.open(
                    SampleAlerts.about("a_2"),
                    stage.endpoint(URI.create("http://[::ffff:127.0.0.1]:" + canary.port() + "/")));
            var named = stage.open(
                    SampleAlerts.about("a_3"), stage.endpoint(URI.create("http://localhost:" + canary.port() + "/")));

            // When
            stage.attemptOnce(id);
            await().until(() ->
                    stage.find(mapped).attempts() == 1 && stage.find(named).attempts() == 1);

            // Then
            assertThat(canary.connections()).isZero();
            assertThat(List.of(id, mapped, named))
                    .allSatisfy(each ->
                            assertThat(stage.attempts(each).getFirst().error()).isEqualTo("ssrf_blocked"));
        }
    }

    @Test
    void a_delivery_whose_sender_died_is_repeated_with_the_same_id_when_the_lease_ends() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));
            var dead = stage.claims("dead");
            dead.claim(dead.waiting(), new Lanes(8, 4).share(dead.waiting()));

            // When
            stage.clock.advance(DeliveryStage.LEASE.minusMillis(1));
            stage.claims("0").tidy();
            int tooEarly = stage.sender().beginDue();
            stage.clock.advance(Duration.ofMillis(1));
            stage.claims("0").tidy();
            stage.attemptOnce(id);

            // Then
            assertThat(tooEarly).isZero();
            assertThat(receiver.received())
                    .extracting(r -> r.header("webhook-id"))
                    .containsExactly(id.value());
            assertThat(stage.find(id).state()).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void a_restarted_instance_takes_back_at_once_what_it_held() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));
            var before = stage.claims("0");
            before.claim(before.waiting(), new Lanes(8, 4).share(before.waiting()));

            // When
            int reclaimed = stage.claims("0").reclaim();

            // Then
            assertThat(reclaimed).isEqualTo(1);
            assertThat(stage.attemptOnce(id).state()).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void two_watches_with_one_endpoint_make_one_message_with_both_reasons() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            var endpoint = stage.endpoint(receiver.url());
            var id = stage.open(SampleAlerts.about("a_1"), endpoint);
            stage.open(SampleAlerts.of(SampleAlerts.BANKS, "a_1"), endpoint);

            // When
            stage.attemptOnce(id);
            stage.open(SampleAlerts.of(SampleAlerts.SUMMITS, "a_1"), endpoint);
            stage.open(SampleAlerts.about("a_1"), endpoint);

            // Then
            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().getFirst().body())
                    .contains(SampleAlerts.CHIPS.value(), SampleAlerts.BANKS.value());
            assertThat(stage.find(id).alerts())
                    .extracting(Delivery.Told::inMessage)
                    .containsExactly(true, true, false);
        }
    }

    @Test
    void a_delivery_ends_as_exhausted_after_ten_attempts_and_can_be_sent_again() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            receiver.always(answer("404 Not Found", ""));
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(receiver.url()));
            for (int i = 0; i < 10; i++) {
                stage.attemptOnce(id);
                stage.clock.advance(Duration.ofHours(25));
            }
            var exhausted = stage.find(id);
            receiver.always(answer("204 No Content", ""));

            // When
            var redelivery = stage.deliveries.redeliver(SampleAlerts.SUBSCRIBER, id);
            var again = stage.attemptOnce(id);

            // Then
            assertThat(exhausted.state()).isEqualTo(DeliveryState.EXHAUSTED);
            assertThat(exhausted.reason()).contains("404");
            assertThat(redelivery).isEqualTo(Deliveries.Redelivery.QUEUED);
            assertThat(again.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(again.attempts()).isEqualTo(11);
            assertThat(receiver.received())
                    .extracting(r -> r.header("webhook-id"))
                    .containsOnly(id.value());
        }
    }

    @Test
    void a_removed_endpoint_gets_nothing_more() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            var endpoint = stage.endpoint(receiver.url());
            var id = stage.open(SampleAlerts.about("a_1"), endpoint);

            // When
            stage.endpoints.remove(SampleAlerts.SUBSCRIBER, endpoint.id());
            int begun = stage.sender().beginDue();
            stage.claims("0").tidy();

            // Then
            assertThat(begun).isZero();
            assertThat(stage.find(id).state()).isEqualTo(DeliveryState.CANCELLED);
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void a_message_too_large_is_shortened_and_says_so() {
        try (var receiver = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(receiver)) {
            // Given
            var id = stage.open(SampleAlerts.verbose("a_1"), stage.endpoint(receiver.url()));

            // When
            stage.attemptOnce(id);

            // Then
            var body = receiver.received().getFirst().body();
            assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(20_000);
            assertThat(body).contains("\"truncated\":true", "Omitted\":");
        }
    }

    @Test
    void an_endpoint_that_hangs_does_not_keep_another_waiting() {
        try (var hanging = new LoopbackReceiver();
                var working = new LoopbackReceiver();
                var stage = DeliveryStage.allowing(hanging, working)) {
            // Given
            hanging.always(hang());
            var broken = stage.endpoint(hanging.url());
            for (int i = 0; i < 100; i++) {
                stage.open(SampleAlerts.about("a_" + i), broken);
            }
            var sender = stage.sender();
            sender.beginDue();
            var id = stage.open(SampleAlerts.about("a_1"), stage.endpoint(working.url()));

            // When
            int begun = sender.beginDue();

            // Then
            assertThat(begun).isEqualTo(1);
            await().atMost(Duration.ofSeconds(3)).until(() -> stage.find(id).state() == DeliveryState.DELIVERED);
            assertThat(hanging.connections()).isEqualTo(4);
        }
    }

    private static HttpHeaders verifiable(LoopbackReceiver.Received request) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(request.header("webhook-id")),
                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                        "webhook-signature", List.of(request.header("webhook-signature"))),
                (_, _) -> true);
    }
}
