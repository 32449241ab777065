package io.copytaster.cli.receive;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A webhook message as it arrived.
 *
 * @param id {@code webhook-id}; empty where the header is missing, like the next two
 * @param timestamp {@code webhook-timestamp}
 * @param signature {@code webhook-signature}
 * @param body the bytes on the wire
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(String id, String timestamp, String signature, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The body as JSON; missing where it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
