package io.copytaster.alert.publish;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that came to its end, as {@code news.delivery-finished} tells of it.
 *
 * @param state how it ended, as the database writes it
 * @param status HTTP status of the last attempt; null when there was no answer
 */
record FinishedDelivery(
        String deliveryId,
        String endpointId,
        String subscriberId,
        List<String> alertIds,
        String state,
        String reason,
        int attempts,
        @Nullable Integer status,
        Instant createdAt,
        Instant finishedAt) {

    FinishedDelivery {
        alertIds = List.copyOf(alertIds);
    }
}
