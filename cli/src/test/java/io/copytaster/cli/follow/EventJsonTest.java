package io.copytaster.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Evidence;
import io.copytaster.event.Salience;
import io.copytaster.event.TextField;
import io.copytaster.event.TopicTag;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventJsonTest {

    @Test
    void shows_instants_and_missing_values_as_json_does() {
        // Given
        ArticleIngested article = ArticleIngested.newBuilder()
                .setArticleId("a_1")
                .setIngestedAt(Instant.parse("2026-11-25T10:00:00Z"))
                .build();

        // When
        ObjectNode json = EventJson.of(article);

        // Then
        assertThat(json.path("articleId").asString()).isEqualTo("a_1");
        assertThat(json.path("ingestedAt").asString()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(json.path("publishedAt").isNull()).isTrue();
    }

    @Test
    void shows_records_within_records() {
        // Given
        Evidence evidence = Evidence.newBuilder()
                .setField(TextField.HEADLINE)
                .setStart(3)
                .setEnd(8)
                .setExact("金砖国家")
                .build();
        TopicTag topic = TopicTag.newBuilder()
                .setTopic("brics")
                .setSalience(Salience.CENTRAL)
                .setEvidence(List.of(evidence))
                .build();
        ArticleEnriched enriched =
                ArticleEnriched.newBuilder().setTopics(List.of(topic)).build();

        // When
        ObjectNode json = EventJson.of(enriched);

        // Then
        assertThat(json.at("/topics/0/salience").asString()).isEqualTo("CENTRAL");
        assertThat(json.at("/topics/0/evidence/0/exact").asString()).isEqualTo("金砖国家");
        assertThat(json.at("/topics/0/evidence/0/start").asInt()).isEqualTo(3);
    }
}
