package io.copytaster.cli.offline;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.article.ArticleRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An article as a line of NDJSON: {@code id}, {@code headline}, {@code body}, {@code language}. */
record ArticleLine(String id, Article article) {

    static ArticleLine read(ObjectNode line) throws UnusableLineException {
        String headline = text(line, "headline");
        String body = text(line, "body");
        if (headline.isBlank() && body.isBlank()) {
            throw new UnusableLineException("expected a headline or a body, got neither");
        }
        return new ArticleLine(text(line, "id"), new Article(headline, body, language(line)));
    }

    private static String text(ObjectNode line, String field) throws UnusableLineException {
        JsonNode value = line.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new UnusableLineException("expected a text in " + field + ", got " + value.getNodeType());
        }
        Optional<String> complaint = ArticleRules.complaint(value.asString());
        if (complaint.isPresent()) {
            throw new UnusableLineException(field + ": " + complaint.get());
        }
        return ArticleRules.stored(value.asString());
    }

    private static @Nullable String language(ObjectNode line) throws UnusableLineException {
        String language = text(line, "language");
        return language.isEmpty() ? null : language;
    }
}
