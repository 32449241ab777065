package io.copytaster.alert.listen;

import io.copytaster.alert.AlertMetrics;
import io.copytaster.alert.AlertMetrics.ArticleEnd;
import io.copytaster.alert.MatchPipeline;
import io.copytaster.alert.match.Match;
import io.copytaster.alert.publish.MatchPublisher;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.Change;
import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Matches polled batches in the container's transaction: matches, dead letters and offsets are committed together. An
 * exception that leaves this class rolls the batch back, so only broken infrastructure may cause one.
 */
final class ArticleListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleListener.class);

    /** Written by enrichment on a revision that arrived after its successor. */
    private static final String SUPERSEDED = "superseded-by";

    private final EventReader<ArticleEnriched> reader;
    private final MatchPipeline pipeline;
    private final MatchPublisher publisher;
    private final ProgressListener progress;
    private final AlertMetrics metrics;

    ArticleListener(
            EventReader<ArticleEnriched> reader,
            MatchPipeline pipeline,
            MatchPublisher publisher,
            ProgressListener progress,
            AlertMetrics metrics) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.publisher = publisher;
        this.progress = progress;
        this.metrics = metrics;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        pipeline.catchUp();
        records.forEach(this::settle);
        progress.settled(
                records.stream().map(ProgressListener::partition).distinct().toList());
    }

    private void settle(ConsumerRecord<byte[], byte[]> record) {
        switch (reader.read(record)) {
            case Unreadable<ArticleEnriched> poison -> setAside(record, poison);
            case Readable<ArticleEnriched>(var event)
            when event.getArticle().getRevisionId().isEmpty() ->
                setAside(record, new Unreadable<>("the article has no revisionId", ""));
            case Readable<ArticleEnriched>(var event)
            when event.getArticle().getChange() == Change.WITHDRAWN -> metrics.article(ArticleEnd.WITHDRAWN);
            case Readable<ArticleEnriched> _
            when record.headers().lastHeader(SUPERSEDED) != null -> metrics.article(ArticleEnd.SUPERSEDED);
            case Readable<ArticleEnriched>(var event) -> match(record, event);
        }
    }

    private void match(ConsumerRecord<byte[], byte[]> record, ArticleEnriched event) {
        List<Match> matches;
        try {
            matches = pipeline.match(EnrichedArticles.article(event));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.atWarn()
                    .addKeyValue("articleId", event.getArticle().getArticleId())
                    .addKeyValue("revisionId", event.getArticle().getRevisionId())
                    .setCause(e)
                    .log("article set aside, its matching failed");
            setAside(
                    record, new Unreadable<>("its matching failed", e.getClass().getName()));
            return;
        }
        matches.forEach(match -> publisher.matched(record, match));
        metrics.article(matches.isEmpty() ? ArticleEnd.UNMATCHED : ArticleEnd.MATCHED);
        metrics.matches(matches.size());
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, Unreadable<ArticleEnriched> reason) {
        publisher.setAside(record, reason);
        metrics.article(ArticleEnd.POISONED);
    }
}
