package io.copytaster.cli.copy;

import io.copytaster.cli.offline.LineAnswer;
import io.copytaster.cli.offline.UnusableLineException;
import io.copytaster.ingest.copy.TextSketch;
import io.copytaster.ingest.copygroup.CopyGroups;
import io.copytaster.ingest.copygroup.Newcomer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Places one article after the other; remembers those of the last seven days. For one thread. */
final class LineGrouping implements LineAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CopyGroups<String> groups = new CopyGroups<>();
    private Instant at = Instant.EPOCH;

    @Override
    public List<ObjectNode> to(ObjectNode line) throws UnusableLineException {
        String id = text(line, "id");
        String headline = text(line, "headline");
        String body = text(line, "body");
        String publisher = text(line, "publisher").strip();
        if (id.isBlank()) {
            throw new UnusableLineException("expected an id, got none");
        }
        if (headline.isBlank() && body.isBlank()) {
            throw new UnusableLineException("expected a headline or a body, got neither");
        }
        at = publishedAt(text(line, "publishedAt"));
        var placement = groups.place(
                new Newcomer<>(id, publisher.isEmpty() ? null : publisher, at, TextSketch.of(headline, body)));
        return List.of(JSON.createObjectNode().put("id", id).put("cluster", placement.group()));
    }

    private Instant publishedAt(String text) throws UnusableLineException {
        try {
            return text.isEmpty() ? at : Instant.parse(text);
        } catch (DateTimeException _) {
            throw new UnusableLineException(
                    "expected publishedAt as an instant such as 2026-03-01T00:03:00Z, got " + text);
        }
    }

    private static String text(ObjectNode line, String field) throws UnusableLineException {
        JsonNode value = line.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new UnusableLineException("expected a text in " + field + ", got " + value.getNodeType());
        }
        return value.asString();
    }
}
