package io.copytaster.alert.webhook;

import io.copytaster.alert.raised.Alert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the message of a delivery: a CloudEvents 1.0 JSON document of at most 20 kB. What does not fit is left out and
 * counted in the message itself. Pure and safe for all threads.
 */
public final class AlertMessage {

    /** Type of the message about alerts. */
    public static final String ALERT_RAISED = "alert.raised";

    /** Type of the message that only shows that an endpoint works. */
    public static final String ENDPOINT_TEST = "endpoint.test";

    /** The most bytes of a message; receivers and intermediaries are promised no more. */
    public static final int MOST_BYTES = 20_000;

    private static final String SCHEMA = "urn:copytaster:schema:alert-raised:1";
    private static final int LONGEST_TEXT = 400;

    private final JsonMapper json = JsonMapper.builder().build();
    private final String source;

    public AlertMessage(String source) {
        this.source = source;
    }

    /** What a message says of one alert, to be kept until the message is made. */
    public String content(Alert alert) {
        var content = json.createObjectNode();
        content.put("alertId", alert.id().value());
        content.set("watchId", plain(json.valueToTree(alert.watch())));
        content.put("watchName", alert.watchName());
        content.put("watchRevision", alert.watchRevision());
        content.put("kind", alert.kind().name());
        content.put("trigger", alert.trigger());
        content.put("raisedAt", millis(alert.raisedAt()));
        content.set("article", plain(json.valueToTree(alert.article())));
        content.set("reasons", plain(json.valueToTree(alert.reasons())));
        if (alert.reasonsOmitted() > 0) {
            content.put("reasonsOmitted", alert.reasonsOmitted());
        }
        return json.writeValueAsString(content);
    }

    /**
     * The bytes of a message.
     *
     * @param contents as {@link #content} wrote them; none for a test
     */
    public byte[] body(Envelope envelope, List<String> contents) {
        var event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", envelope.id());
        event.put("source", source);
        event.put("type", envelope.type());
        event.put("subject", envelope.subject());
        event.put("time", millis(envelope.occurredAt()));
        event.put("datacontenttype", "application/json");
        event.put("dataschema", SCHEMA);
        var data = event.putObject("data");
        data.put("sequence", envelope.sequence());
        data.put("endpointId", envelope.endpoint());
        if (contents.isEmpty()) {
            data.put("message", "This is a test. It shows that the endpoint receives what Copytaster sends.");
        } else {
            addAlerts(data, contents);
        }
        return fitted(event, data);
    }

    /** The first alert names what all have in common; each brings its watch and its reasons. */
    private void addAlerts(ObjectNode data, List<String> contents) {
        var alerts = data.arrayNode();
        for (var content : contents) {
            var alert = (ObjectNode) json.readTree(content);
            var article = alert.remove("article");
            var kind = alert.remove("kind");
            var trigger = alert.remove("trigger");
            if (alerts.isEmpty()) {
                data.set("alertId", alert.get("alertId"));
                data.set("kind", kind);
                data.set("trigger", trigger);
                data.set("article", article);
            }
            alerts.add(alert);
        }
        data.set("alerts", alerts);
    }

    private byte[] fitted(ObjectNode event, ObjectNode data) {
        var bytes = json.writeValueAsBytes(event);
        for (var cut : Cut.values()) {
            if (bytes.length <= MOST_BYTES) {
                return bytes;
            }
            data.put("truncated", true);
            cut(data, cut);
            bytes = json.writeValueAsBytes(event);
        }
        return bytes;
    }

    private static void cut(ObjectNode data, Cut cut) {
        switch (cut) {
            case EVIDENCE_OF_REASONS -> eachReason(data, reason -> shorten(reason, "evidence", 1));
            case LISTS_OF_ARTICLE -> {
                if (data.get("article") instanceof ObjectNode article) {
                    shorten(article, "entities", 20);
                    shorten(article, "topics", 20);
                }
            }
            case REASONS -> eachAlert(data, alert -> shorten(alert, "reasons", 8));
            case ALERTS -> shorten(data, "alerts", 8);
            case LONG_TEXTS -> shortenTexts(data);
            case ALL_BUT_THE_FIRST -> {
                shorten(data, "alerts", 2);
                eachAlert(data, alert -> shorten(alert, "reasons", 2));
                eachReason(data, reason -> shorten(reason, "evidence", 0));
            }
        }
    }

    private static void shorten(ObjectNode owner, String list, int most) {
        if (owner.get(list) instanceof ArrayNode all && all.size() > most) {
            int omitted = all.size() - most + owner.path(list + "Omitted").asInt(0);
            while (all.size() > most) {
                all.remove(all.size() - 1);
            }
            owner.put(list + "Omitted", omitted);
        }
    }

    private static void shortenTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isString() && value.stringValue().length() > LONGEST_TEXT) {
                    object.put(name, beginning(value.stringValue()) + "…");
                }
            }
        }
        node.forEach(AlertMessage::shortenTexts);
    }

    private static String beginning(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }

    private static void eachAlert(ObjectNode data, Consumer<ObjectNode> change) {
        data.path("alerts").forEach(alert -> change.accept((ObjectNode) alert));
    }

    private static void eachReason(ObjectNode data, Consumer<ObjectNode> change) {
        eachAlert(data, alert -> alert.path("reasons").forEach(reason -> change.accept((ObjectNode) reason)));
    }

    /** Identities are records with one value; in a message they are that value. Absent values are left out. */
    private JsonNode plain(JsonNode node) {
        return switch (node) {
            case ObjectNode object when object.size() == 1 && object.has("value") -> object.get("value");
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties().stream()
                        .filter(field -> !field.getValue().isNull())
                        .forEach(field -> copy.set(field.getKey(), plain(field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array.arrayNode();
                array.forEach(element -> copy.add(plain(element)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** What is left out first, and what next, when a message is too large. */
    private enum Cut {
        EVIDENCE_OF_REASONS,
        LISTS_OF_ARTICLE,
        REASONS,
        ALERTS,
        LONG_TEXTS,
        ALL_BUT_THE_FIRST
    }

    /**
     * What a message says beside its alerts.
     *
     * @param id of the delivery
     * @param subject story or article
     * @param sequence number of the message at its endpoint
     */
    public record Envelope(
            String id, String endpoint, String type, String subject, Instant occurredAt, long sequence) {}
}
