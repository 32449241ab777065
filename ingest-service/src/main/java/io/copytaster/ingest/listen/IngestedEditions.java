package io.copytaster.ingest.listen;

import io.copytaster.event.ArticleIngested;
import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.TextSource;
import io.copytaster.ingest.revision.Change;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.TextPrint;

/** Turns records of the log back into editions. */
final class IngestedEditions {

    private IngestedEditions() {}

    /** The edition that the record was made from. */
    static Edition edition(ArticleIngested event) {
        var revision = revision(event);
        var article = article(event);
        return new Edition(
                revision.isWithdrawal() ? revision : revision.printed(TextPrint.of(article.text())), article);
    }

    private static Revision revision(ArticleIngested event) {
        var previous = event.getPreviousRevisionId();
        return new Revision(
                new RevisionId(event.getRevisionId()),
                new ArticleId(event.getArticleId()),
                previous == null ? null : new RevisionId(previous),
                event.getRevision(),
                Change.valueOf(event.getChange().name()),
                new ContentHash(event.getContentHash()),
                new ArticleId(event.getCopyGroupId()),
                event.getIngestedAt(),
                null);
    }

    private static Article article(ArticleIngested event) {
        var imprint = new Imprint(
                event.getUrl(),
                event.getCanonicalUrl(),
                event.getPublisher(),
                event.getClientId(),
                event.getLanguage(),
                event.getByline(),
                event.getPublishedAt());
        return new Article(imprint, new ArticleText(event.getHeadline(), event.getBody()), provenance(event));
    }

    /** Records of a later version may name a source that this one does not know. */
    private static Provenance provenance(ArticleIngested event) {
        var source = switch (event.getContentSource()) {
            case FEED -> TextSource.FEED;
            case PAGE -> TextSource.PAGE;
            case POSTED, UNKNOWN -> TextSource.POSTED;
        };
        return new Provenance(Origin.valueOf(event.getOrigin().name()), source, event.getFeedId());
    }
}
