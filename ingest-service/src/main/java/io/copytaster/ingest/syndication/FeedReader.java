package io.copytaster.ingest.syndication;

import io.copytaster.ingest.charset.DecodedText;
import io.copytaster.ingest.charset.TextDecoder;
import io.copytaster.ingest.markup.LinkResolver;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, news sitemaps, well-formed or not. Nothing is fetched, no entity
 * declared in a document is expanded, time is linear in its length. Relative addresses are relative to {@code xml:base}, then Content-Location, then
 * the feed's address. Thread-safe.
 */
public final class FeedReader {

    private final FeedBounds bounds;

    public FeedReader(FeedBounds bounds) {
        this.bounds = bounds;
    }

    /** The feed in a document, or why it holds none. */
    public FeedReading read(FeedDocument document) {
        byte[] body = document.body();
        if (body.length > bounds.bytes()) {
            return refused(
                    FeedReading.Cause.TOO_LARGE,
                    "expected at most " + bounds.bytes() + " bytes, got " + body.length + "; nothing of it was taken");
        }
        if (startsWith(body, 0x1f, 0x8b)
                || startsWith(body, 'P', 'K', 3, 4)
                || startsWith(body, 0x28, 0xb5, 0x2f, 0xfd)) {
            return refused(
                    FeedReading.Cause.BINARY, "expected text, got compressed bytes that no Content-Encoding names");
        }
        DecodedText decoded = TextDecoder.decode(body, document.headers());
        String text = decoded.text();
        if (text.isBlank()) {
            return refused(FeedReading.Cause.EMPTY, "expected a feed, got an empty document");
        }
        return warned(read(text, document), decoded.warnings());
    }

    private FeedReading read(String text, FeedDocument document) {
        LinkResolver base = LinkResolver.UNKNOWN
                .at(document.url())
                .at(document.header("content-location").orElse(null));
        String language = language(document);
        return text.stripLeading().startsWith("{")
                ? new JsonFeedReader(bounds).read(text, base, language)
                : new XmlFeedReader(bounds).read(text, base, language);
    }

    /** The language that the header gives; one of several says nothing. */
    private static @Nullable String language(FeedDocument document) {
        return document.header("content-language")
                .filter(value -> value.indexOf(',') < 0)
                .orElse(null);
    }

    private static FeedReading warned(FeedReading reading, List<String> warnings) {
        if (!(reading instanceof FeedReading.Read(Feed feed))) {
            return reading;
        }
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(feed.warnings());
        long full = feed.entries().stream().filter(FeedReader::isFull).count();
        if (full > 0) {
            all.add(full + " entries have so many categories, enclosures or links that the last ones are left out");
        }
        return new FeedReading.Read(new Feed(feed.head(), feed.entries(), List.copyOf(all)));
    }

    private static boolean isFull(FeedEntry entry) {
        return entry.categories().size() == FeedBounds.LIST
                || entry.enclosures().size() == FeedBounds.LIST
                || entry.words().content().linksOmitted() > 0
                || entry.words().summary().linksOmitted() > 0;
    }

    private static FeedReading refused(FeedReading.Cause cause, String reason) {
        return new FeedReading.Refused(cause, reason);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
