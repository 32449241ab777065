package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.identity.DeliveryId;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A delivery that is ours to send until its lease ends.
 *
 * @param token proves the claim; who records without holding it changes nothing
 * @param attempts made before, over all redeliveries
 * @param roundAttempts made before on the present run of the schedule
 * @param lane which share of the slots it takes
 * @param message the bytes to send, the same at every attempt
 */
record ClaimedDelivery(
        DeliveryId id,
        EndpointId endpoint,
        String subscriberId,
        UUID token,
        int attempts,
        int roundAttempts,
        Lanes.Lane lane,
        ByteBuffer message) {

    byte[] body() {
        var bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return bytes;
    }
}
