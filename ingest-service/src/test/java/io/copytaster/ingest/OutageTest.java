package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.localservers.port.Ports;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What senders are told while something behind the service is away. */
class OutageTest {

    @Test
    void without_a_broker_a_post_is_answered_503_within_the_delivery_timeout() {
        // Given
        var nobody = "127.0.0.1:" + Ports.free();
        var service = IngestServer.start(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                nobody,
                "copytaster.instance",
                "outage",
                "logging.level.org.apache.kafka",
                "error"));
        assertThat(service.post(new byte[0]).status()).isEqualTo(400);
        var begin = System.nanoTime();

        // When
        var said = service.post(SampleArticle.at("https://outage.example/a"));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(said.status()).isEqualTo(503);
        assertThat(said.response().headers().firstValue("Retry-After")).contains("1");
        assertThat(said.text("detail")).contains("send the same request again");
        assertThat(service.get("actuator/health/readiness").status()).isEqualTo(503);
        assertThat(service.get("actuator/health/liveness").status()).isEqualTo(200);
    }
}
