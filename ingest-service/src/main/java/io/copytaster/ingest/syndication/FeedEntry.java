package io.copytaster.ingest.syndication;

import io.copytaster.ingest.markup.Passage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed as it was read; nothing in it is markup.
 *
 * @param id as the feed gives it, a URL only by custom; null without one
 * @param link the article's address, http or https; null without one
 * @param categories each once
 */
public record FeedEntry(
        @Nullable String id,
        @Nullable String link,
        Words words,
        Dates dates,
        List<String> categories,
        List<Enclosure> enclosures) {

    public FeedEntry {
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }

    /**
     * What the entry says.
     *
     * @param title plain text; null without one
     * @param author the name, or the mail address where there is no name; null without both
     * @param language of the text as written; null if unknown
     * @param content the full text; empty where the feed has a summary only
     * @param summary the short text; empty without one
     */
    public record Words(
            @Nullable String title,
            @Nullable String author,
            @Nullable String language,
            Passage content,
            Passage summary) {

        /** The full text if there is one, else the summary. */
        public Passage fullest() {
            return content.isBlank() && content.links().isEmpty() ? summary : content;
        }
    }

    /** When it was published and last changed, as the feed says; null where it does not, or not readably. */
    public record Dates(
            @Nullable Instant published, @Nullable Instant updated) {}

    /**
     * A file that belongs to the entry.
     *
     * @param url absolute, http or https
     * @param type its media type as written; null without one
     * @param length in bytes, as written, which may be no number; null without one
     */
    public record Enclosure(
            String url, @Nullable String type, @Nullable String length) {}
}
