package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.EnrichmentPipeline;

/** The catalogue in use: its version, and how much it holds. */
record CatalogueResponse(String version, String engineVersion, int entities, int topics, int spellings) {

    static CatalogueResponse of(EnrichmentPipeline pipeline) {
        return new CatalogueResponse(
                pipeline.catalogue().version().value(),
                EnrichmentPipeline.ENGINE_VERSION,
                pipeline.catalogue().entities().all().size(),
                pipeline.catalogue().topics().all().size(),
                pipeline.size());
    }
}
