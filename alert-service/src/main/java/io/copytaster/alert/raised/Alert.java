package io.copytaster.alert.raised;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.identity.AlertId;
import java.time.Instant;
import java.util.List;

/**
 * The decision to tell a subscriber.
 *
 * @param id of watch, story or article, kind and trigger; the same however often it is decided
 * @param subscriberId whom to tell
 * @param watch which watch
 * @param watchName its name when the alert was raised
 * @param watchRevision as of which it matched; no part of the identity
 * @param kind why now
 * @param trigger what a development or correction is about; empty for a new story
 * @param storyOrArticleId what it is about: the group of copies, else the article
 * @param article the revision that made it
 * @param reasons why it fits
 * @param reasonsOmitted how many more there were
 * @param raisedAt when it was decided
 */
public record Alert(
        AlertId id,
        String subscriberId,
        WatchId watch,
        String watchName,
        long watchRevision,
        AlertKind kind,
        String trigger,
        String storyOrArticleId,
        ArticleDigest article,
        List<Reason> reasons,
        int reasonsOmitted,
        Instant raisedAt) {

    public Alert {
        reasons = List.copyOf(reasons);
    }

    /** The alert that a match makes when the watch has none yet about this article or its copies. */
    public static Alert newStory(Match match, Watch watch, Instant raisedAt) {
        var about = about(match.article());
        return new Alert(
                AlertId.of(match.watch().value(), about, AlertKind.NEW_STORY.name(), ""),
                match.subscriberId(),
                match.watch(),
                watch.draft().name(),
                match.watchRevision(),
                AlertKind.NEW_STORY,
                "",
                about,
                match.article(),
                match.reasons(),
                match.reasonsOmitted(),
                raisedAt);
    }

    private static String about(ArticleDigest article) {
        return article.copyGroupId().isEmpty() ? article.articleId() : article.copyGroupId();
    }
}
