package io.copytaster.identity;

/** Identity of a delivery, its webhook-id: endpoint, story or article, kind and trigger. */
public record DeliveryId(String value) {

    public DeliveryId {
        Identity.checked('d', value);
    }

    /** The delivery to an endpoint; two watches with one endpoint make one. */
    public static DeliveryId of(String endpointId, String storyOrArticleId, String kind, String trigger) {
        return new DeliveryId(Identity.of('d', "delivery", endpointId, storyOrArticleId, kind, trigger));
    }

    @Override
    public String toString() {
        return value;
    }
}
