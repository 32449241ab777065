package io.copytaster.cli.feeds;

import io.copytaster.ingest.opml.OpmlFeed;
import io.copytaster.ingest.opml.OpmlReading;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of a list of feeds, as a line of NDJSON: its {@code feeds}, or {@code rejected} and the {@code reason}. */
final class OpmlAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpmlAnswer() {}

    static ObjectNode of(String name, OpmlReading reading) {
        ObjectNode answer = JSON.createObjectNode().put("case", name);
        switch (reading) {
            case OpmlReading.Read list -> {
                var feeds = answer.putArray("feeds");
                list.feeds().forEach(feed -> feeds.add(feed(feed)));
                var warnings = answer.putArray("warnings");
                list.warnings().forEach(warnings::add);
            }
            case OpmlReading.Refused(String reason) ->
                answer.put("rejected", true).put("reason", reason);
        }
        return answer;
    }

    private static ObjectNode feed(OpmlFeed feed) {
        ObjectNode answer = JSON.createObjectNode();
        if (feed.title() != null) {
            answer.put("title", feed.title());
        }
        answer.put("xmlUrl", feed.xmlUrl());
        if (feed.htmlUrl() != null) {
            answer.put("htmlUrl", feed.htmlUrl());
        }
        if (!feed.folders().isEmpty()) {
            answer.put("category", feed.category());
        }
        return answer;
    }
}
