package io.copytaster.alert.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;

class LiveClientTest {

    private static final LiveSettings SETTINGS = new LiveSettings(Duration.ofMillis(20), Duration.ofSeconds(2), 2, 2);

    private final LiveAlerts alerts = new LiveAlerts(SETTINGS.connections(), SETTINGS.buffer());

    @Test
    void whoever_is_too_slow_is_told_of_the_gap_and_where_to_continue() throws InterruptedException {
        // Given
        alerts.begin(new OffsetVector(Map.of(0, 10L, 1, 0L)));
        var client = client("default");
        for (int offset = 10; offset < 15; offset++) {
            alerts.read(new LiveAlert(0, offset, "default", "{}"));
        }

        // When
        var events = untilEnd(client);

        // Then
        assertThat(events).extracting(ServerSentEvent::event).containsExactly("alert", "alert", "gap");
        assertThat(events).extracting(ServerSentEvent::id).containsExactly("0:11,1:0", "0:12,1:0", "0:12,1:0");
        assertThat(events.getLast().data()).contains("\"cursor\":\"0:12,1:0\"");
    }

    @Test
    void alerts_of_others_are_not_shown_but_move_the_place() throws InterruptedException {
        // Given
        alerts.begin(new OffsetVector(Map.of(0, 0L)));
        var client = client("default");
        alerts.read(new LiveAlert(0, 0, "somebody", "{}"));
        alerts.advance(0, 5);

        // When
        var event = client.next().orElseThrow();

        // Then
        assertThat(event.comment()).isNotEmpty();
        assertThat(event.data()).isNull();
        assertThat(event.id()).isEqualTo("0:5");
    }

    @Test
    void connections_are_bounded_and_a_closed_one_makes_room() {
        // Given
        alerts.begin(new OffsetVector(Map.of(0, 0L)));
        var first = client("a");
        client("b");

        // When
        var third = alerts.watch("c");
        first.close();

        // Then
        assertThat(third).isEmpty();
        assertThat(alerts.watch("c")).isPresent();
    }

    @Test
    void a_stopping_service_ends_its_connections() throws InterruptedException {
        // Given
        alerts.begin(new OffsetVector(Map.of(0, 0L)));
        var client = client("default");
        alerts.read(new LiveAlert(0, 0, "default", "{}"));

        // When
        alerts.end();

        // Then
        assertThat(untilEnd(client)).extracting(ServerSentEvent::event).containsExactly("alert");
        assertThat(alerts.watch("default")).isEmpty();
    }

    @Test
    void nobody_is_served_before_the_reader_knows_where_it_is() {
        assertThat(alerts.watch("default")).isEmpty();
    }

    private LiveClient client(String subscriber) {
        return new LiveClient(alerts, alerts.watch(subscriber).orElseThrow(), subscriber, SETTINGS);
    }

    private static List<ServerSentEvent<String>> untilEnd(LiveClient client) throws InterruptedException {
        var events = new ArrayList<ServerSentEvent<String>>();
        for (Optional<ServerSentEvent<String>> next = client.next(); next.isPresent(); next = client.next()) {
            events.add(next.get());
        }
        return events;
    }
}
