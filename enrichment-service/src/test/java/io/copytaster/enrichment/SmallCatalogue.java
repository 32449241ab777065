package io.copytaster.enrichment;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import java.util.List;

/** Catalogues of a few lines, so that a test shows everything that decides. */
final class SmallCatalogue {

    static final String BANK = """
        - id: wd:Q205012
          kind: organisation
          label: Sberbank
          names:
            fr: [Sberbank]
            ru: [Сбербанк]
        """;

    private SmallCatalogue() {}

    static Catalogue of(String entities) {
        return Catalogue.of(List.of(new CatalogueFile("entities/test.yaml", entities)));
    }

    static Catalogue of(String entities, String topic) {
        return Catalogue.of(List.of(
                new CatalogueFile("entities/test.yaml", entities), new CatalogueFile("topics/test.yaml", topic)));
    }

    static EnrichmentPipeline pipeline(String entities) {
        return new EnrichmentPipeline(of(entities));
    }

    static EnrichmentPipeline pipeline(String entities, String topic) {
        return new EnrichmentPipeline(of(entities, topic));
    }
}
