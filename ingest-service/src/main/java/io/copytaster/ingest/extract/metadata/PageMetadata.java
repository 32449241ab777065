package io.copytaster.ingest.extract.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page states about its article. Nothing is invented: what the page does not state is absent.
 *
 * @param headline plain text, perhaps empty
 * @param byline the authors, as stated, joined by commas
 * @param language BCP 47, in the customary case, for example {@code pt-BR}
 * @param site name of the outlet
 * @param canonicalUrl absolute http or https URL, as stated; it may lead to another site
 * @param dates when it was published and changed
 * @param statedBody the text that the page states beside showing it (JSON-LD {@code articleBody}), perhaps empty
 */
public record PageMetadata(
        String headline,
        @Nullable String byline,
        @Nullable String language,
        @Nullable String site,
        @Nullable String canonicalUrl,
        Dates dates,
        String statedBody) {

    /** Of what states nothing. */
    public static final PageMetadata NONE = new PageMetadata("", null, null, null, null, new Dates(null, null), "");

    /**
     * The instants of an article; a date without zone is read as UTC, a day as its first instant.
     *
     * @param publishedAt as stated by the publisher
     * @param modifiedAt the latest change, as stated by the publisher
     */
    public record Dates(
            @Nullable Instant publishedAt, @Nullable Instant modifiedAt) {}
}
