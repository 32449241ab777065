package io.copytaster.enrichment.intake;

import io.copytaster.enrichment.EnrichmentPipeline;
import io.copytaster.enrichment.entity.EntityId;
import io.copytaster.runtime.problem.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the catalogue in use can recognise. */
@RestController
@RequestMapping("/api/v1")
class CatalogueController {

    /** Bound on the answers to one search. */
    private static final int MOST_ANSWERS = 50;

    private final EnrichmentPipeline pipeline;

    CatalogueController(EnrichmentPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The version and size of the catalogue. */
    @GetMapping("/catalogue")
    CatalogueResponse catalogue() {
        return CatalogueResponse.of(pipeline);
    }

    /** At most 50 entities with a name that contains the text. */
    @GetMapping("/entities")
    List<EntityResponse> search(@RequestParam(name = "q", defaultValue = "") String query) {
        if (query.isBlank()) {
            throw Problem.invalid("q", "expected part of a name, got nothing; ask for example ?q=putin");
        }
        return pipeline.catalogue().entities().search(query, MOST_ANSWERS).stream()
                .map(EntityResponse::of)
                .toList();
    }

    /** One entity by its identity. */
    @GetMapping("/entities/{id}")
    EntityResponse entity(@PathVariable("id") String id) {
        return pipeline.catalogue()
                .entities()
                .find(entityId(id))
                .map(EntityResponse::of)
                .orElseThrow(() -> Problem.notFound("entity", id));
    }

    /** All topics. */
    @GetMapping("/topics")
    List<TopicResponse> topics() {
        return pipeline.catalogue().topics().all().stream()
                .map(TopicResponse::of)
                .toList();
    }

    private static EntityId entityId(String id) {
        try {
            return new EntityId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("id", "expected an entity id such as wd:Q7747 or own:name, got another text");
        }
    }
}
