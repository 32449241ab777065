package io.copytaster.wire;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.Evidence;
import io.copytaster.event.Mention;
import io.copytaster.event.MentionKind;
import io.copytaster.event.Origin;
import io.copytaster.event.Salience;
import io.copytaster.event.TextField;
import io.copytaster.event.TopicTag;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import java.time.Instant;
import java.util.List;

/** One French article, ingested and enriched. */
final class SampleEvents {

    private static final String HEADLINE = "IA : Moscou mise sur Pékin et les BRICS 🤖";
    private static final String BODY = "Sberbank coopère avec la Chine.";

    private SampleEvents() {}

    static ArticleIngested ingested() {
        var articleId = ArticleId.ofUrl("https://example.org/ia-brics");
        var contentHash = ContentHash.of(HEADLINE, BODY);
        return ArticleIngested.newBuilder()
                .setArticleId(articleId.value())
                .setRevisionId(RevisionId.of(articleId, null, contentHash).value())
                .setRevision(1)
                .setChange(Change.NEW)
                .setOrigin(Origin.LIVE)
                .setCopyGroupId(articleId.value())
                .setContentHash(contentHash.value())
                .setUrl("https://example.org/ia-brics")
                .setHeadline(HEADLINE)
                .setBody(BODY)
                .setPublishedAt(Instant.parse("2026-11-25T07:59:00Z"))
                .setIngestedAt(Instant.parse("2026-11-25T08:00:00.123Z"))
                .build();
    }

    static ArticleEnriched enriched() {
        var brics = Evidence.newBuilder()
                .setField(TextField.HEADLINE)
                .setStart(33)
                .setEnd(38)
                .setExact("BRICS")
                .build();
        return ArticleEnriched.newBuilder()
                .setArticle(ingested())
                .setLanguage("fr")
                .setLanguageConfidence(0.99)
                .setMentions(List.of(Mention.newBuilder()
                        .setEntity("wd:Q170481")
                        .setKind(MentionKind.NAME)
                        .setConfidence(1.0)
                        .setEvidence(brics)
                        .build()))
                .setTopics(List.of(TopicTag.newBuilder()
                        .setTopic("brics")
                        .setConfidence(0.9)
                        .setSalience(Salience.CENTRAL)
                        .setEvidence(List.of(brics))
                        .build()))
                .setCatalogueVersion("1")
                .setEngineVersion("0.1.0")
                .setEnrichedAt(Instant.parse("2026-11-25T08:00:00.456Z"))
                .build();
    }
}
