package io.copytaster.alert;

import io.copytaster.alert.delivery.Attempt;
import io.copytaster.alert.delivery.Deliveries;
import io.copytaster.alert.delivery.Delivery;
import io.copytaster.alert.endpoint.EndpointId;
import io.copytaster.alert.raised.Alert;
import io.copytaster.identity.DeliveryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deliveries that only remember what was opened. */
final class RecordedDeliveries implements Deliveries {

    private final List<Alert> opened = new ArrayList<>();

    List<Alert> opened() {
        return List.copyOf(opened);
    }

    @Override
    public void open(Alert alert, List<EndpointId> endpoints) {
        opened.add(alert);
    }

    @Override
    public Optional<DeliveryId> openTest(String subscriberId, EndpointId endpoint) {
        return Optional.empty();
    }

    @Override
    public List<Delivery> list(Filter filter, int limit) {
        return List.of();
    }

    @Override
    public Optional<Delivery> find(String subscriberId, DeliveryId id) {
        return Optional.empty();
    }

    @Override
    public List<Attempt> attempts(String subscriberId, DeliveryId id) {
        return List.of();
    }

    @Override
    public Redelivery redeliver(String subscriberId, DeliveryId id) {
        return Redelivery.UNKNOWN;
    }
}
