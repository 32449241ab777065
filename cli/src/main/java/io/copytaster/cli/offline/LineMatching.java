package io.copytaster.cli.offline;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Evidence;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.TaggedArticle;
import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.enrichment.Enrichment;
import io.copytaster.enrichment.EnrichmentPipeline;
import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.mention.Field;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs one article through enrichment and matching as the services do, without their streams. */
final class LineMatching {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EnrichmentPipeline pipeline;
    private final WatchMatcher matcher;
    private final WatchFile watches;

    LineMatching(EnrichmentPipeline pipeline, WatchMatcher matcher, WatchFile watches) {
        this.pipeline = pipeline;
        this.matcher = matcher;
        this.watches = watches;
    }

    /** Every match of the article, in the order of the watches' file. */
    List<ObjectNode> match(ArticleLine line) {
        Article article = line.article();
        Enrichment enrichment = pipeline.enrich(article);
        List<Match> matches = new ArrayList<>();
        matcher.match(tagged(article, enrichment), matches::add);
        matches.sort(Comparator.comparingLong(Match::watchRevision));
        return matches.stream().map(match -> json(line.id(), match)).toList();
    }

    private ObjectNode json(String id, Match match) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id);
        json.put("watch", watches.name(match.watch()));
        var reasons = json.putArray("reasons");
        match.reasons().forEach(reason -> {
            ObjectNode shown = JSON.valueToTree(reason);
            shown.remove("watch");
            reasons.add(shown);
        });
        if (match.reasonsOmitted() > 0) {
            json.put("reasonsOmitted", match.reasonsOmitted());
        }
        return json;
    }

    private static TaggedArticle tagged(Article article, Enrichment enrichment) {
        return new TaggedArticle(
                digest(article, enrichment),
                new TaggedArticle.Text(article.headline(), article.body(), null),
                enrichment.mentions().stream()
                        .map(mention -> new TaggedArticle.Mention(
                                mention.entity().value(), mention.confidence(), evidence(mention.evidence())))
                        .toList(),
                enrichment.topics().stream()
                        .map(topic -> new TaggedArticle.TopicTag(
                                topic.topic().value(),
                                topic.confidence(),
                                topic.evidence().stream()
                                        .map(LineMatching::evidence)
                                        .toList()))
                        .toList());
    }

    private static ArticleDigest digest(Article article, Enrichment enrichment) {
        ContentHash content = ContentHash.of(article.headline(), article.body());
        ArticleId id = ArticleId.ofContent(null, content);
        return new ArticleDigest(
                id.value(),
                RevisionId.of(id, null, content).value(),
                null,
                1,
                ArticleDigest.Change.NEW,
                ArticleDigest.Origin.LIVE,
                id.value(),
                null,
                article.headline(),
                enrichment.language(),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of(),
                enrichment.catalogueVersion(),
                enrichment.engineVersion());
    }

    private static Evidence evidence(io.copytaster.enrichment.mention.Evidence evidence) {
        return new Evidence(
                evidence.field() == Field.HEADLINE ? Evidence.TextField.HEADLINE : Evidence.TextField.BODY,
                evidence.start(),
                evidence.end(),
                evidence.exact(),
                evidence.prefix(),
                evidence.suffix(),
                evidence.alias(),
                evidence.derivation(),
                evidence.rule());
    }
}
