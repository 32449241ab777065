package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.identity.DeliveryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message for one endpoint, from the first try to the end.
 *
 * @param id the {@code webhook-id} of all its attempts
 * @param type of the event, for example {@code alert.raised}
 * @param subject story or article that it is about
 * @param reason why it ended without being delivered; empty otherwise
 * @param sequence number of the message at its endpoint; null until the first claim
 * @param attempts made so far, over all redeliveries
 * @param lastStatus HTTP status of the last attempt; null when there was no answer
 * @param nextAttemptAt when it is due; null unless it is pending
 * @param alerts what it tells of
 */
public record Delivery(
        DeliveryId id,
        EndpointId endpoint,
        String type,
        String subject,
        String kind,
        String trigger,
        DeliveryState state,
        String reason,
        @Nullable Long sequence,
        int attempts,
        @Nullable Integer lastStatus,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Told> alerts) {

    public Delivery {
        alerts = List.copyOf(alerts);
    }

    Delivery with(List<Told> told) {
        return new Delivery(
                id,
                endpoint,
                type,
                subject,
                kind,
                trigger,
                state,
                reason,
                sequence,
                attempts,
                lastStatus,
                nextAttemptAt,
                createdAt,
                finishedAt,
                told);
    }

    /**
     * An alert that a delivery tells of.
     *
     * @param inMessage false when it came after the message was made: listed here, not sent again
     */
    public record Told(String alertId, boolean inMessage) {}
}
