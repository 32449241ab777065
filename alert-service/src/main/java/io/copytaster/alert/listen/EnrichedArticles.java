package io.copytaster.alert.listen;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.TaggedArticle;
import io.copytaster.alert.publish.MatchEvents;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;

/** Translates enriched articles from their event. */
final class EnrichedArticles {

    private EnrichedArticles() {}

    static TaggedArticle article(ArticleEnriched event) {
        var article = event.getArticle();
        return new TaggedArticle(
                digest(article, event),
                new TaggedArticle.Text(article.getHeadline(), article.getBody(), article.getByline()),
                event.getMentions().stream()
                        .map(mention -> new TaggedArticle.Mention(
                                mention.getEntity(),
                                mention.getConfidence(),
                                MatchEvents.evidence(mention.getEvidence())))
                        .toList(),
                event.getTopics().stream()
                        .map(tag -> new TaggedArticle.TopicTag(
                                tag.getTopic(),
                                tag.getConfidence(),
                                tag.getEvidence().stream()
                                        .map(MatchEvents::evidence)
                                        .toList()))
                        .toList());
    }

    private static ArticleDigest digest(ArticleIngested article, ArticleEnriched event) {
        return new ArticleDigest(
                article.getArticleId(),
                article.getRevisionId(),
                article.getPreviousRevisionId(),
                article.getRevision(),
                ArticleDigest.Change.valueOf(article.getChange().name()),
                ArticleDigest.Origin.valueOf(article.getOrigin().name()),
                article.getCopyGroupId(),
                article.getUrl(),
                article.getHeadline(),
                event.getLanguage(),
                article.getPublisher(),
                article.getPublisherFamily(),
                article.getFeedId(),
                article.getPublishedAt(),
                article.getIngestedAt(),
                event.getEnrichedAt(),
                event.getMentions().stream()
                        .map(io.copytaster.event.Mention::getEntity)
                        .distinct()
                        .toList(),
                event.getTopics().stream()
                        .map(io.copytaster.event.TopicTag::getTopic)
                        .distinct()
                        .toList(),
                event.getCatalogueVersion(),
                event.getEngineVersion());
    }
}
