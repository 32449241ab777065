package io.copytaster.cli.reach;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param text the body as it came
 */
public record Answer(int status, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; missing where it is none. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The problem document's sentence, else the beginning of the body. */
    public String detail() {
        String detail = json().path("detail").asString("");
        String field = json().path("field").asString("");
        String sentence = detail.isEmpty() ? text.substring(0, Math.min(200, text.length())) : detail;
        return field.isEmpty() ? sentence : field + ": " + sentence;
    }
}
