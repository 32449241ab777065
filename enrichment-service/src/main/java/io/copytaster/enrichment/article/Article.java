package io.copytaster.enrichment.article;

import org.jspecify.annotations.Nullable;

/**
 * An article as the engine sees it: plain text, and the language that its publisher claims, if any.
 *
 * @param headline may be empty when the body is not
 * @param body may be empty when the headline is not
 * @param language BCP 47 tag, taken as a hint only
 */
public record Article(
        String headline, String body, @Nullable String language) {}
