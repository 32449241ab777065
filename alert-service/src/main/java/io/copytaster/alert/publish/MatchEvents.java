package io.copytaster.alert.publish;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Evidence;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.raised.Alerts.Listed;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.event.AlertKind;
import io.copytaster.event.AlertRaised;
import io.copytaster.event.ArticleSummary;
import io.copytaster.event.Change;
import io.copytaster.event.MatchReason;
import io.copytaster.event.Origin;
import io.copytaster.event.TextField;
import io.copytaster.event.WatchMatched;
import io.copytaster.identity.MatchId;
import java.util.List;

/** Translates matches and alerts to the events on their streams, and matches back. */
public final class MatchEvents {

    private MatchEvents() {}

    static WatchMatched event(Match match) {
        return WatchMatched.newBuilder()
                .setMatchId(match.id().value())
                .setWatchId(match.watch().value())
                .setWatchRevision(match.watchRevision())
                .setSubscriberId(match.subscriberId())
                .setArticle(summary(match.article()))
                .setReasons(reasons(match.reasons()))
                .setReasonsOmitted(match.reasonsOmitted())
                .setMatchedAt(match.matchedAt())
                .build();
    }

    static AlertRaised event(Listed listed) {
        var alert = listed.alert();
        return AlertRaised.newBuilder()
                .setAlertId(alert.id().value())
                .setWatchId(alert.watch().value())
                .setWatchRevision(alert.watchRevision())
                .setWatchName(alert.watchName())
                .setSubscriberId(alert.subscriberId())
                .setKind(AlertKind.valueOf(alert.kind().name()))
                .setTrigger(alert.trigger())
                .setArticle(summary(alert.article()))
                .setReasons(reasons(alert.reasons()))
                .setReasonsOmitted(alert.reasonsOmitted())
                .setFolded(listed.folded())
                .setRaisedAt(alert.raisedAt())
                .build();
    }

    /** The match that an event tells of. */
    public static Match match(WatchMatched event) {
        return new Match(
                new MatchId(event.getMatchId()),
                new WatchId(event.getWatchId()),
                event.getWatchRevision(),
                event.getSubscriberId(),
                digest(event.getArticle()),
                event.getReasons().stream().map(MatchEvents::reason).toList(),
                event.getReasonsOmitted(),
                event.getMatchedAt());
    }

    /** A piece of evidence as our records have it. */
    public static Evidence evidence(io.copytaster.event.Evidence event) {
        return new Evidence(
                Evidence.TextField.valueOf(event.getField().name()),
                event.getStart(),
                event.getEnd(),
                event.getExact(),
                event.getPrefix(),
                event.getSuffix(),
                event.getAlias(),
                event.getDerivation(),
                event.getRule());
    }

    private static io.copytaster.event.Evidence evidence(Evidence evidence) {
        return new io.copytaster.event.Evidence(
                TextField.valueOf(evidence.field().name()),
                evidence.start(),
                evidence.end(),
                evidence.exact(),
                evidence.prefix(),
                evidence.suffix(),
                evidence.alias(),
                evidence.derivation(),
                evidence.rule());
    }

    private static List<MatchReason> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new MatchReason(
                        reason.watch().value(),
                        reason.clause(),
                        reason.label(),
                        reason.confidence(),
                        reason.evidence().stream().map(MatchEvents::evidence).toList()))
                .toList();
    }

    private static Reason reason(MatchReason event) {
        return new Reason(
                new WatchId(event.getWatchId()),
                event.getClause(),
                event.getLabel(),
                event.getConfidence(),
                event.getEvidence().stream()
                        .limit(Reason.MOST_EVIDENCE)
                        .map(MatchEvents::evidence)
                        .toList());
    }

    private static ArticleSummary summary(ArticleDigest article) {
        return ArticleSummary.newBuilder()
                .setArticleId(article.articleId())
                .setRevisionId(article.revisionId())
                .setPreviousRevisionId(article.previousRevisionId())
                .setRevision(article.revision())
                .setChange(Change.valueOf(article.change().name()))
                .setOrigin(Origin.valueOf(article.origin().name()))
                .setCopyGroupId(article.copyGroupId())
                .setUrl(article.url())
                .setHeadline(article.headline())
                .setLanguage(article.language())
                .setPublisher(article.publisher())
                .setPublisherFamily(article.publisherFamily())
                .setFeedId(article.feedId())
                .setPublishedAt(article.publishedAt())
                .setIngestedAt(article.ingestedAt())
                .setEnrichedAt(article.enrichedAt())
                .setEntities(article.entities())
                .setTopics(article.topics())
                .setCatalogueVersion(article.catalogueVersion())
                .setEngineVersion(article.engineVersion())
                .build();
    }

    private static ArticleDigest digest(ArticleSummary event) {
        return new ArticleDigest(
                event.getArticleId(),
                event.getRevisionId(),
                event.getPreviousRevisionId(),
                event.getRevision(),
                ArticleDigest.Change.valueOf(event.getChange().name()),
                ArticleDigest.Origin.valueOf(event.getOrigin().name()),
                event.getCopyGroupId(),
                event.getUrl(),
                event.getHeadline(),
                event.getLanguage(),
                event.getPublisher(),
                event.getPublisherFamily(),
                event.getFeedId(),
                event.getPublishedAt(),
                event.getIngestedAt(),
                event.getEnrichedAt(),
                event.getEntities(),
                event.getTopics(),
                event.getCatalogueVersion(),
                event.getEngineVersion());
    }
}
