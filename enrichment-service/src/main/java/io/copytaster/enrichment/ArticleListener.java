package io.copytaster.enrichment;

import io.copytaster.enrichment.article.Article;
import io.copytaster.enrichment.publish.EnrichedEvents;
import io.copytaster.enrichment.publish.EnrichedPublisher;
import io.copytaster.enrichment.publish.EnrichedPublisher.Settled;
import io.copytaster.enrichment.publish.Outcome;
import io.copytaster.enrichment.seen.Revision;
import io.copytaster.enrichment.seen.SeenBatch;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.enrichment.seen.Sighting;
import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.RegistryUnreachableException;
import io.copytaster.wire.Unreadable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way of a batch: each record is read, dropped if its revision was enriched before, else enriched or set aside;
 * then everything is sent in the container's transaction, with the offsets. An exception that leaves this class rolls
 * the batch back, so only broken infrastructure may cause one. Called by several threads, each with its partitions.
 */
public final class ArticleListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleListener.class);

    private final EventReader<ArticleIngested> liveReader;
    private final EventReader<ArticleIngested> backfillReader;
    private final SeenRevisions seen;
    private final Function<Article, Enrichment> engine;
    private final EnrichedPublisher publisher;
    private final Progress progress;
    private final Clock clock;

    public ArticleListener(
            Deserializer<Object> deserializer,
            SeenRevisions seen,
            Function<Article, Enrichment> engine,
            EnrichedPublisher publisher,
            Progress progress,
            Clock clock) {
        this.liveReader = new EventReader<>(Streams.ARTICLE_INGESTED, deserializer);
        this.backfillReader = new EventReader<>(Streams.ARTICLE_BACKFILLED, deserializer);
        this.seen = seen;
        this.engine = engine;
        this.publisher = publisher;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        var tally = progress.begin(names(records));
        var batch = seen.begin(numbers(records));
        TransactionSynchronizationManager.registerSynchronization(
                new BatchEndListener(batch, () -> progress.committed(names(records), tally)));
        var results = new ArrayList<ProducerRecord<byte[], byte[]>>(records.size());
        for (var record : records) {
            var settled = settle(record, batch, tally);
            tally.settled(record.topic(), settled.outcome());
            results.addAll(settled.records());
        }
        publisher.send(results);
    }

    private Settled settle(ConsumerRecord<byte[], byte[]> record, SeenBatch batch, BatchTally tally) {
        return switch (reader(record).read(record)) {
            case Unreadable<ArticleIngested> poison -> setAside(record, Outcome.POISONED, poison);
            case Readable<ArticleIngested>(var article)
            when article.getRevisionId().isEmpty() ->
                setAside(record, Outcome.POISONED, new Unreadable<>("the article has no revisionId", ""));
            case Readable<ArticleIngested>(var article) -> settle(record, article, batch, tally);
        };
    }

    private Settled settle(
            ConsumerRecord<byte[], byte[]> record, ArticleIngested article, SeenBatch batch, BatchTally tally) {
        var revision = new Revision(article.getRevisionId(), article.getPreviousRevisionId());
        var sighting = batch.sight(record.partition(), revision);
        if (sighting instanceof Sighting.Repeated) {
            return Settled.repeated();
        }
        var settled = enrich(record, article, sighting, tally);
        if (settled.outcome() == Outcome.ENRICHED || settled.outcome() == Outcome.SUPERSEDED) {
            batch.add(record.partition(), revision);
        }
        return settled;
    }

    private Settled enrich(
            ConsumerRecord<byte[], byte[]> record, ArticleIngested article, Sighting sighting, BatchTally tally) {
        try {
            var event = event(article, enrichment(article));
            tally.mentionsOmitted(event.getMentionsOmitted());
            if (live(record)) {
                tally.live(article.getIngestedAt());
            }
            return publisher.enriched(lane(record), record, event, sighting);
        } catch (RegistryUnreachableException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.atWarn()
                    .addKeyValue("articleId", article.getArticleId())
                    .addKeyValue("revisionId", article.getRevisionId())
                    .setCause(e)
                    .log("article set aside, its enrichment failed");
            return setAside(
                    record,
                    Outcome.FAILED,
                    new Unreadable<>("its enrichment failed", e.getClass().getName()));
        }
    }

    /** A withdrawn article keeps its way to the watches but has no text left to read. */
    private Enrichment enrichment(ArticleIngested article) {
        return article.getChange() == Change.WITHDRAWN
                ? new Enrichment("und", 0, List.of(), 0, List.of(), "", "")
                : engine.apply(new Article(article.getHeadline(), article.getBody(), article.getLanguage()));
    }

    private ArticleEnriched event(ArticleIngested article, Enrichment enrichment) {
        return new ArticleEnriched(
                article,
                enrichment.language(),
                enrichment.languageConfidence(),
                EnrichedEvents.mentions(enrichment.mentions()),
                enrichment.mentionsOmitted(),
                EnrichedEvents.topics(enrichment.topics()),
                enrichment.catalogueVersion(),
                enrichment.engineVersion(),
                clock.instant());
    }

    private Settled setAside(ConsumerRecord<byte[], byte[]> record, Outcome outcome, Unreadable<?> reason) {
        return publisher.setAside(lane(record), record, outcome, reason);
    }

    private EventReader<ArticleIngested> reader(ConsumerRecord<byte[], byte[]> record) {
        return live(record) ? liveReader : backfillReader;
    }

    private static EventStream<ArticleIngested> lane(ConsumerRecord<byte[], byte[]> record) {
        return live(record) ? Streams.ARTICLE_INGESTED : Streams.ARTICLE_BACKFILLED;
    }

    private static boolean live(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Streams.ARTICLE_INGESTED.name());
    }

    private static Set<String> names(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(r -> r.topic() + "-" + r.partition()).collect(Collectors.toSet());
    }

    private static Set<Integer> numbers(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
    }
}
