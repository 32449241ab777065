package io.copytaster.alert.listen;

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

/** Enriched articles for tests, without an engine. */
final class SampleEnriched {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private SampleEnriched() {}

    /** An article of its own whose body is this text. */
    static ArticleEnriched article(String body) {
        return article("https://example.org/" + ContentHash.of("", body), body);
    }

    static ArticleEnriched article(String url, String body) {
        var id = ArticleId.ofUrl(url);
        var content = ContentHash.of("Headline", body);
        var article = ArticleIngested.newBuilder()
                .setArticleId(id.value())
                .setRevisionId(RevisionId.of(id, null, content).value())
                .setRevision(1)
                .setChange(Change.NEW)
                .setOrigin(Origin.LIVE)
                .setCopyGroupId(id.value())
                .setContentHash(content.value())
                .setUrl(url)
                .setHeadline("Headline")
                .setBody(body)
                .setIngestedAt(AT)
                .build();
        return ArticleEnriched.newBuilder()
                .setArticle(article)
                .setLanguage("fr")
                .setEnrichedAt(AT)
                .build();
    }

    /** The next revision of the article, with another text. */
    static ArticleEnriched revision(ArticleEnriched before, String body) {
        var old = before.getArticle();
        var id = new ArticleId(old.getArticleId());
        var content = ContentHash.of(old.getHeadline(), body);
        var article = ArticleIngested.newBuilder(old)
                .setRevisionId(RevisionId.of(id, new RevisionId(old.getRevisionId()), content)
                        .value())
                .setPreviousRevisionId(old.getRevisionId())
                .setRevision(old.getRevision() + 1)
                .setChange(Change.REVISED)
                .setContentHash(content.value())
                .setBody(body)
                .build();
        return ArticleEnriched.newBuilder(before).setArticle(article).build();
    }

    static ArticleEnriched withdrawal(ArticleEnriched before) {
        var article = ArticleIngested.newBuilder(revision(before, "withdrawn").getArticle())
                .setChange(Change.WITHDRAWN)
                .build();
        return ArticleEnriched.newBuilder(before).setArticle(article).build();
    }

    static ArticleEnriched backfill(ArticleEnriched live) {
        var article = ArticleIngested.newBuilder(live.getArticle())
                .setOrigin(Origin.BACKFILL)
                .build();
        return ArticleEnriched.newBuilder(live).setArticle(article).build();
    }

    /** With a mention of the entity where this text first stands in the body, and a topic on the same evidence. */
    static ArticleEnriched tagged(ArticleEnriched article, String entity, String topic, String exact) {
        var body = article.getArticle().getBody();
        int unit = body.indexOf(exact);
        int start = body.codePointCount(0, unit);
        var evidence = Evidence.newBuilder()
                .setField(TextField.BODY)
                .setStart(start)
                .setEnd(start + exact.codePointCount(0, exact.length()))
                .setExact(exact)
                .setAlias(exact)
                .setDerivation("base")
                .setRule("strong")
                .build();
        return ArticleEnriched.newBuilder(article)
                .setMentions(List.of(new Mention(entity, MentionKind.NAME, 0.95, evidence)))
                .setTopics(List.of(new TopicTag(topic, List.of(), 0.8, Salience.CENTRAL, List.of(evidence))))
                .setCatalogueVersion("1")
                .build();
    }
}
