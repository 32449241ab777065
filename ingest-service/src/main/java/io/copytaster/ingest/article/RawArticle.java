package io.copytaster.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * An article as a sender offers it, nothing checked yet. The components are the fields of the request.
 *
 * @param url absolute http or https URL
 * @param headline plain text
 * @param body plain text, or HTML where {@code contentType} says so
 * @param contentType {@code text/plain} (default) or {@code text/html}: a whole page, whose article is taken and whose
 *     statements fill absent fields, or a piece of one
 * @param language BCP 47, for example {@code pt-BR}
 * @param publisher name of the outlet
 * @param byline names of the authors
 * @param publishedAt ISO 8601 with an offset, for example {@code 2026-11-25T10:00:00Z}
 * @param id the sender's own id of the article, scoped by the publisher
 */
public record RawArticle(
        @Nullable String url,
        @Nullable String headline,
        @Nullable String body,
        @Nullable String contentType,
        @Nullable String language,
        @Nullable String publisher,
        @Nullable String byline,
        @Nullable String publishedAt,
        @Nullable String id) {}
