package io.copytaster.cli.demo;

import io.copytaster.cli.reach.Answer;
import io.copytaster.cli.reach.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's endpoint and watches at alert-service. A file keeps the endpoint's secret, which is shown once only, so that
 * the next start finds its subscription again.
 *
 * @param endpointId the endpoint
 * @param secret what its messages are signed with
 */
record Subscription(String endpointId, String secret) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The kept subscription if alert-service still knows it, else a new one. */
    static Subscription ensure(ServiceClient alert, URI receiver, Path file) throws IOException {
        if (Files.exists(file)) {
            JsonNode kept = JSON.readTree(Files.readString(file));
            Subscription subscription = new Subscription(
                    kept.path("endpointId").asString(), kept.path("secret").asString());
            boolean sameReceiver = kept.path("url").asString().equals(receiver.toString());
            if (sameReceiver
                    && alert.get("/api/v1/endpoints/" + subscription.endpointId).isGood()) {
                return subscription;
            }
        }
        return create(alert, receiver, file);
    }

    private static Subscription create(ServiceClient alert, URI receiver, Path file) throws IOException {
        ObjectNode endpoint = JSON.createObjectNode();
        endpoint.put("name", "Demo receiver");
        endpoint.put("url", receiver.toString());
        Answer created = alert.required(alert.post("/api/v1/endpoints", endpoint.toString()));
        Subscription subscription = new Subscription(
                created.json().path("id").asString(),
                created.json().path("secret").asString());
        for (ObjectNode watch : DemoTexts.watches()) {
            watch.putArray("endpoints").add(subscription.endpointId);
            alert.required(alert.post("/api/v1/watches", watch.toString()));
        }
        keep(subscription, receiver, file);
        return subscription;
    }

    private static void keep(Subscription subscription, URI receiver, Path file) throws IOException {
        ObjectNode kept = JSON.createObjectNode();
        kept.put("endpointId", subscription.endpointId);
        kept.put("secret", subscription.secret);
        kept.put("url", receiver.toString());
        Files.writeString(file, kept.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public String toString() {
        return "Subscription[endpointId=" + endpointId + ", secret=***]";
    }
}
