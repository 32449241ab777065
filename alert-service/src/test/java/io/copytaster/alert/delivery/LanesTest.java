package io.copytaster.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.alert.delivery.Lanes.Lane;
import io.copytaster.alert.delivery.Lanes.Waiting;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.identity.DeliveryId;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void one_endpoint_gets_no_more_than_its_cap() {
        var lanes = new Lanes(64, 4);

        assertThat(lanes.share(List.of(waiting(1, Lane.HEALTHY)))).containsExactly(Map.entry(endpoint(1), 4));
    }

    @Test
    void failing_endpoints_share_half_of_the_slots_and_leave_the_other_half() {
        var lanes = new Lanes(8, 4);
        var failing =
                IntStream.range(0, 10).mapToObj(n -> waiting(n, Lane.PROBATION)).toList();

        var shares = lanes.share(failing);
        shares.forEach((endpoint, share) -> begin(lanes, endpoint, Lane.PROBATION, share));

        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
        assertThat(lanes.share(failing)).isEmpty();
        assertThat(lanes.share(List.of(waiting(11, Lane.HEALTHY)))).containsEntry(endpoint(11), 4);
    }

    @Test
    void everybody_gets_a_turn() {
        var lanes = new Lanes(4, 1);
        var waiting =
                IntStream.range(0, 12).mapToObj(n -> waiting(n, Lane.HEALTHY)).toList();

        Set<EndpointId> served = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            served.addAll(lanes.share(waiting).keySet());
        }

        assertThat(served).hasSize(12);
    }

    @Test
    void a_slot_that_ends_is_free_again() {
        var lanes = new Lanes(2, 1);
        var claim = begin(lanes, endpoint(1), Lane.PROBATION, 1);

        assertThat(lanes.share(List.of(waiting(1, Lane.PROBATION)))).isEmpty();
        lanes.end(claim);

        assertThat(lanes.share(List.of(waiting(1, Lane.PROBATION)))).containsEntry(endpoint(1), 1);
        assertThat(lanes.idle()).isTrue();
    }

    private static ClaimedDelivery begin(Lanes lanes, EndpointId endpoint, Lane lane, int times) {
        var claim = new ClaimedDelivery(
                DeliveryId.of(endpoint.value(), "a", "NEW_STORY", ""),
                endpoint,
                "default",
                new UUID(0, 0),
                0,
                0,
                lane,
                ByteBuffer.allocate(0));
        for (int i = 0; i < times; i++) {
            lanes.begin(claim);
        }
        return claim;
    }

    private static Waiting waiting(int number, Lane lane) {
        return new Waiting(endpoint(number), lane);
    }

    private static EndpointId endpoint(int number) {
        return new EndpointId("e_" + (char) ('a' + number) + "a".repeat(25));
    }
}
