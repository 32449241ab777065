package io.copytaster.enrichment.lexicon;

/**
 * What one pass over an article found: every form of the catalogue that stands there, not yet judged by its context.
 *
 * @param language the article's language as decided
 */
public record Scan(String language, TextScan headline, TextScan body) {}
