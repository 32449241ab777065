package io.copytaster.cli.feeds;

import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.syndication.Feed;
import io.copytaster.ingest.syndication.FeedEntry;
import io.copytaster.ingest.syndication.FeedReading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of a feed, as a line of NDJSON: its fields, without those that it lacks, or {@code rejected} and the {@code reason}. */
final class FeedAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedAnswer() {}

    static ObjectNode of(String name, FeedReading reading) {
        ObjectNode answer = JSON.createObjectNode().put("case", name);
        return switch (reading) {
            case FeedReading.Read(Feed feed) -> feed(answer, feed);
            case FeedReading.Refused(FeedReading.Cause cause, String reason) ->
                answer.put("rejected", true)
                        .put("cause", cause.name().toLowerCase(Locale.ROOT))
                        .put("reason", reason);
        };
    }

    private static ObjectNode feed(ObjectNode answer, Feed feed) {
        put(answer, "feedTitle", feed.head().title());
        put(answer, "feedLink", feed.head().link());
        put(answer, "feedLanguage", feed.head().language());
        var entries = answer.putArray("entries");
        feed.entries().forEach(entry -> entries.add(entry(entry)));
        putAll(answer, "warnings", feed.warnings());
        return answer;
    }

    private static ObjectNode entry(FeedEntry entry) {
        FeedEntry.Words words = entry.words();
        ObjectNode answer = JSON.createObjectNode();
        put(answer, "title", words.title());
        put(answer, "link", entry.link());
        put(answer, "id", entry.id());
        put(answer, "published", entry.dates().published());
        put(answer, "updated", entry.dates().updated());
        put(answer, "author", words.author());
        Passage fullest = words.fullest();
        put(answer, "contentText", fullest.text());
        put(
                answer,
                "summaryText",
                words.summary().isBlank() ? fullest.text() : words.summary().text());
        put(answer, "language", words.language());
        putAll(answer, "contentLinks", fullest.links());
        putAll(answer, "categories", entry.categories());
        var enclosures = answer.putArray("enclosures");
        entry.enclosures().forEach(enclosure -> enclosures.add(enclosure(enclosure)));
        return answer;
    }

    private static ObjectNode enclosure(FeedEntry.Enclosure enclosure) {
        ObjectNode answer = JSON.createObjectNode().put("url", enclosure.url());
        put(answer, "type", enclosure.type());
        put(answer, "length", enclosure.length());
        return answer;
    }

    private static void put(ObjectNode answer, String field, @Nullable String value) {
        if (value != null) {
            answer.put(field, value);
        }
    }

    private static void put(ObjectNode answer, String field, @Nullable Instant value) {
        if (value != null) {
            answer.put(field, value.toString());
        }
    }

    private static void putAll(ObjectNode answer, String field, List<String> values) {
        var array = answer.putArray(field);
        values.forEach(array::add);
    }
}
