package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.EnrichmentPipeline;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enriches an article and forgets it. */
@RestController
@RequestMapping("/api/v1/enrichments")
class EnrichmentController {

    private final EnrichmentPipeline pipeline;

    EnrichmentController(EnrichmentPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Answers the tags of an article, with evidence. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    EnrichmentResponse enrich(@RequestBody ArticleRequest request) {
        return EnrichmentResponse.of(pipeline.enrich(request.article()));
    }
}
