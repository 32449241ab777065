package io.copytaster.stream;

import io.copytaster.event.AlertRaised;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.CatalogueEntry;
import io.copytaster.event.DeliveryFinished;
import io.copytaster.event.WatchMatched;
import java.util.List;

/** All streams of Copytaster. */
public final class Streams {

    /** Articles as they happen. */
    public static final EventStream<ArticleIngested> ARTICLE_INGESTED = ingested("news.article-ingested");

    /** Articles from history: a lane of its own, so that it never delays the live one. */
    public static final EventStream<ArticleIngested> ARTICLE_BACKFILLED = ingested("news.article-backfilled");

    /** Articles with their tags; same partition numbers as the stream they came from. */
    public static final EventStream<ArticleEnriched> ARTICLE_ENRICHED = new EventStream<>(
            "news.article-enriched",
            ArticleEnriched.class,
            StreamStorage.RESULTS,
            enriched -> enriched.getArticle().getArticleId(),
            enriched -> enriched.getArticle().getRevisionId(),
            ArticleEnriched::getEnrichedAt);

    /** Articles that fit a watch, and why. */
    public static final EventStream<WatchMatched> WATCH_MATCHED = new EventStream<>(
            "news.watch-matched",
            WatchMatched.class,
            StreamStorage.RESULTS,
            WatchMatched::getWatchId,
            WatchMatched::getMatchId,
            WatchMatched::getMatchedAt);

    /** Decisions to tell somebody. */
    public static final EventStream<AlertRaised> ALERT_RAISED = new EventStream<>(
            "news.alert-raised",
            AlertRaised.class,
            StreamStorage.RESULTS,
            AlertRaised::getWatchId,
            AlertRaised::getAlertId,
            AlertRaised::getRaisedAt);

    /** Ends of deliveries. */
    public static final EventStream<DeliveryFinished> DELIVERY_FINISHED = new EventStream<>(
            "news.delivery-finished",
            DeliveryFinished.class,
            StreamStorage.RESULTS,
            DeliveryFinished::getEndpointId,
            DeliveryFinished::getDeliveryId,
            DeliveryFinished::getFinishedAt);

    /** The catalogue, compacted. */
    public static final EventStream<CatalogueEntry> CATALOGUE = new EventStream<>(
            "news.catalogue",
            CatalogueEntry.class,
            StreamStorage.LATEST,
            CatalogueEntry::getEntryId,
            CatalogueEntry::getEntryId,
            CatalogueEntry::getChangedAt);

    /** Every stream, in the order in which an article passes them. */
    public static final List<EventStream<?>> ALL = List.of(
            ARTICLE_INGESTED,
            ARTICLE_BACKFILLED,
            ARTICLE_ENRICHED,
            WATCH_MATCHED,
            ALERT_RAISED,
            DELIVERY_FINISHED,
            CATALOGUE);

    private Streams() {}

    private static EventStream<ArticleIngested> ingested(String name) {
        return new EventStream<>(
                name,
                ArticleIngested.class,
                StreamStorage.ARTICLES,
                ArticleIngested::getArticleId,
                ArticleIngested::getRevisionId,
                ArticleIngested::getIngestedAt);
    }
}
