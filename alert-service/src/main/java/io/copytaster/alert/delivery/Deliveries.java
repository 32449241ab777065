package io.copytaster.alert.delivery;

import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.raised.Alert;
import io.copytaster.identity.DeliveryId;
import java.util.List;
import java.util.Optional;

/** All deliveries. A subscriber reaches only its own: another's is as if it did not exist. */
public interface Deliveries {

    /**
     * Opens the deliveries of an alert; joins the caller's transaction, and sending begins when that commits. An alert
     * whose delivery exists (another watch, the same endpoint and development) is added to the message while it is not
     * made yet, else listed with it. Repeating a call changes nothing.
     */
    void open(Alert alert, List<EndpointId> endpoints);

    /** Opens a delivery that only shows that the endpoint works; empty when there is no such endpoint. */
    Optional<DeliveryId> openTest(String subscriberId, EndpointId endpoint);

    /** The newest first. */
    List<Delivery> list(Filter filter, int limit);

    /** One delivery. */
    Optional<Delivery> find(String subscriberId, DeliveryId id);

    /** The attempts of a delivery in the order in which they began. */
    List<Attempt> attempts(String subscriberId, DeliveryId id);

    /** Sends a delivery again, with the same id and bytes, on a schedule that begins anew. */
    Redelivery redeliver(String subscriberId, DeliveryId id);

    /**
     * Which deliveries to list.
     *
     * @param after only those behind this one
     */
    record Filter(
            String subscriberId,
            Optional<DeliveryState> state,
            Optional<EndpointId> endpoint,
            Optional<DeliveryId> after) {}

    /** What became of a wish to send again. */
    enum Redelivery {
        QUEUED,
        UNKNOWN,
        /** A request is under way right now. */
        UNDER_WAY,
        /** Its endpoint is paused, disabled or removed. */
        ENDPOINT_OFF
    }
}
