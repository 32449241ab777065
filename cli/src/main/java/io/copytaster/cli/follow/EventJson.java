package io.copytaster.cli.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record as plain JSON: instants as ISO 8601, no wrappers around values that may be missing. */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventJson() {}

    static ObjectNode of(SpecificRecord record) {
        ObjectNode json = JSON.createObjectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            json.set(field.name(), value(record.get(field.pos())));
        }
        return json;
    }

    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case SpecificRecord record -> of(record);
            case Collection<?> elements -> array(elements);
            case Map<?, ?> map -> object(map);
            case Instant instant -> JsonNodeFactory.instance.stringNode(instant.toString());
            case CharSequence text -> JsonNodeFactory.instance.stringNode(text.toString());
            case Enum<?> symbol -> JsonNodeFactory.instance.stringNode(symbol.name());
            default -> JSON.valueToTree(value);
        };
    }

    private static ArrayNode array(Collection<?> elements) {
        ArrayNode array = JSON.createArrayNode();
        elements.forEach(element -> array.add(value(element)));
        return array;
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = JSON.createObjectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), value(value)));
        return object;
    }
}
