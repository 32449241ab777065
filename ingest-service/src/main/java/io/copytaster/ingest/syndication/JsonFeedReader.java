package io.copytaster.ingest.syndication;

import io.copytaster.ingest.date.LenientDate;
import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.vocabulary.TextConstruct;
import io.copytaster.ingest.vocabulary.TextConstruct.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), forgiving wrong types and absent fields. */
final class JsonFeedReader {

    private static final int DEPTH = 32;
    private static final int DIGITS = 100;

    private final FeedBounds bounds;
    private final JsonMapper json;

    JsonFeedReader(FeedBounds bounds) {
        this.bounds = bounds;
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxNumberLength(DIGITS)
                                .maxTokenCount(bounds.elements() * 4L)
                                .maxStringLength(bounds.bytes())
                                .build())
                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                        .build())
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Reads a text; {@code language} is what the header says. */
    FeedReading read(String text, LinkResolver given, @Nullable String language) {
        JsonNode feed;
        try {
            feed = json.readTree(text);
        } catch (JacksonException _) {
            return new FeedReading.Refused(
                    FeedReading.Cause.NOT_A_FEED, "expected JSON Feed, got JSON that is broken, cut or too deep");
        }
        JsonNode items = feed.path("items");
        if (!items.isArray() && !string(feed, "version").orElse("").contains("jsonfeed")) {
            return new FeedReading.Refused(
                    FeedReading.Cause.NOT_A_FEED,
                    "expected JSON Feed with a version and items, got another JSON document");
        }
        if (items.size() > bounds.entries()) {
            return new FeedReading.Refused(
                    FeedReading.Cause.TOO_LARGE,
                    "expected at most " + bounds.entries() + " entries, got " + items.size()
                            + "; nothing of it was taken");
        }
        LinkResolver base = base(feed, given);
        Feed.Head head = head(feed, base, language);
        List<FeedEntry> entries = items.valueStream()
                .filter(JsonNode::isObject)
                .map(item -> entry(item, feed, base, head.language()))
                .toList();
        return new FeedReading.Read(new Feed(head, entries, List.of()));
    }

    /** Where the feed came from; what it says about that only if nobody knows. */
    private static LinkResolver base(JsonNode feed, LinkResolver given) {
        return given.address() != null
                ? given
                : given.at(string(feed, "home_page_url").orElse(null))
                        .at(string(feed, "feed_url").orElse(null));
    }

    private static Feed.Head head(JsonNode feed, LinkResolver base, @Nullable String language) {
        return new Feed.Head(
                string(feed, "title").orElse(null),
                string(feed, "home_page_url").flatMap(base::resolve).orElse(null),
                string(feed, "language").orElse(language),
                string(feed, "feed_url").flatMap(base::resolve).orElse(null),
                objects(feed, "hubs")
                        .flatMap(hub -> string(hub, "url").flatMap(base::resolve).stream())
                        .limit(FeedBounds.LIST)
                        .toList(),
                Feed.Rhythm.UNKNOWN);
    }

    private static FeedEntry entry(JsonNode item, JsonNode feed, LinkResolver base, @Nullable String language) {
        return new FeedEntry(
                string(item, "id").orElse(null),
                string(item, "url")
                        .or(() -> string(item, "external_url"))
                        .flatMap(base::resolve)
                        .orElse(null),
                new FeedEntry.Words(
                        string(item, "title").orElse(null),
                        author(item).or(() -> author(feed)).orElse(null),
                        string(item, "language").orElse(language),
                        content(item, base),
                        string(item, "summary").map(Passage::plain).orElse(Passage.EMPTY)),
                new FeedEntry.Dates(date(item, "date_published"), date(item, "date_modified")),
                item.path("tags")
                        .valueStream()
                        .flatMap(tag -> string(tag).stream())
                        .distinct()
                        .limit(FeedBounds.LIST)
                        .toList(),
                objects(item, "attachments")
                        .flatMap(attachment -> enclosure(attachment, base).stream())
                        .limit(FeedBounds.LIST)
                        .toList());
    }

    private static Passage content(JsonNode item, LinkResolver base) {
        return string(item, "content_html")
                .map(html -> TextConstruct.read(html, Form.HTML, base))
                .or(() -> string(item, "content_text").map(Passage::plain))
                .orElse(Passage.EMPTY);
    }

    private static Optional<String> author(JsonNode from) {
        return Stream.concat(objects(from, "authors"), Stream.of(from.path("author")))
                .flatMap(author -> string(author, "name").stream())
                .findFirst();
    }

    private static Optional<FeedEntry.Enclosure> enclosure(JsonNode attachment, LinkResolver base) {
        return string(attachment, "url")
                .flatMap(base::resolve)
                .map(address -> new FeedEntry.Enclosure(
                        address,
                        string(attachment, "mime_type").orElse(null),
                        string(attachment, "size_in_bytes").orElse(null)));
    }

    private static @Nullable Instant date(JsonNode item, String field) {
        return string(item, field).flatMap(LenientDate::read).orElse(null);
    }

    private static Stream<JsonNode> objects(JsonNode from, String field) {
        return from.path(field).valueStream().filter(JsonNode::isObject);
    }

    private static Optional<String> string(JsonNode from, String field) {
        return string(from.path(field));
    }

    /** A text, or a number where a careless program wrote one. */
    private static Optional<String> string(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return Optional.empty();
        }
        return Optional.of(StoredText.of(value.asString()).strip()).filter(text -> !text.isEmpty());
    }
}
