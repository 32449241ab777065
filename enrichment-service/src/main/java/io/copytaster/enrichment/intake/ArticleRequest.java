package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.article.ArticleRules;
import io.copytaster.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** An article as callers send it; the same shape as ingest-service takes, of which text and language matter here. */
record ArticleRequest(
        @Nullable String url,
        @Nullable String headline,
        @Nullable String body,
        @Nullable String contentType,
        @Nullable String language,
        @Nullable String publisher,
        @Nullable String byline,
        @Nullable String publishedAt,
        @Nullable String id) {

    private static final String PLAIN = "text/plain";

    Article article() {
        String headlineText = text("headline", headline);
        String bodyText = text("body", body);
        if (headlineText.isBlank() && bodyText.isBlank()) {
            throw Problem.invalid("body", "expected a headline or a body, got neither; send at least one of them");
        }
        if (headlineText.length() + bodyText.length() > ArticleRules.LONGEST_TEXT) {
            throw Problem.tooLarge(
                    "headline and body together may have " + ArticleRules.LONGEST_TEXT + " characters; send less");
        }
        if (contentType != null && !contentType.equals(PLAIN)) {
            throw Problem.invalid(
                    "contentType", "expected " + PLAIN + ", got another type; send the text without markup");
        }
        return new Article(headlineText, bodyText, language);
    }

    private static String text(String field, @Nullable String text) {
        if (text == null) {
            return "";
        }
        ArticleRules.complaint(text).ifPresent(complaint -> {
            throw Problem.invalid(field, complaint);
        });
        return ArticleRules.stored(text);
    }
}
