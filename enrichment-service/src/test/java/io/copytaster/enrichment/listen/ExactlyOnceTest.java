package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.copytaster.enrichment.SentRecords;
import io.copytaster.enrichment.publish.ResultHeaders;
import io.copytaster.enrichment.seen.SeenRevisions;
import io.copytaster.event.ArticleIngested;
import io.copytaster.event.Change;
import io.copytaster.event.Origin;
import io.copytaster.localservers.LocalServers;
import io.copytaster.stream.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Every revision once on the enriched stream, whatever repeats, restarts or dies; on real servers. */
class ExactlyOnceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final LocalServers servers = LocalServers.shared();
    private final String run = UUID.randomUUID().toString();
    private final Lanes lanes = new Lanes(servers);

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void enriches_each_article_once_on_the_partition_number_it_came_from_in_the_order_of_its_revisions() {
        // Given
        var sent = new HashMap<String, List<String>>();
        var partitions = new HashMap<String, Integer>();
        var articles = new ArrayList<ArticleIngested>();
        for (int i = 0; i < 100; i++) {
            var first = Lanes.article(run + i);
            articles.addAll(List.of(first, Lanes.after(first, "second text")));
        }

        // When
        try (var _ = RunningService.start(servers, Map.of())) {
            for (var article : articles) {
                var where = lanes.send(article);
                partitions.put(article.getArticleId(), where.partition());
                sent.computeIfAbsent(article.getArticleId(), _ -> new ArrayList<>())
                        .add(article.getRevisionId());
            }
            await().atMost(SOON)
                    .until(() -> lanes.enriched(List.copyOf(sent.keySet())).size() >= articles.size());
        }

        // Then
        var received = new HashMap<String, List<String>>();
        for (var enriched : lanes.enriched(List.copyOf(sent.keySet()))) {
            var article = enriched.event().getArticle().getArticleId();
            assertThat(enriched.record().partition()).isEqualTo(partitions.get(article));
            received.computeIfAbsent(article, _ -> new ArrayList<>()).add(enriched.revisionId());
        }
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void drops_a_revision_that_comes_again_by_any_lane_and_after_a_restart() {
        // Given
        var article = Lanes.article(run);
        var last = Lanes.article(run + "last");
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(article);
            lanes.send(article);
            await().atMost(SOON).until(() -> !lanes.enriched(article).isEmpty());
        }

        // When
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(article);
            lanes.send(lanes.record(Streams.ARTICLE_BACKFILLED, article));
            settle(article, last);
        }

        // Then
        assertThat(lanes.enriched(article)).hasSize(1);
    }

    /** Sends a further article behind the first on both lanes of its partition and waits until it is through. */
    private void settle(ArticleIngested article, ArticleIngested last) {
        int partition = lanes.enriched(article).getFirst().record().partition();
        for (var lane : List.of(Streams.ARTICLE_INGESTED, Streams.ARTICLE_BACKFILLED)) {
            var marker = ArticleIngested.newBuilder(last)
                    .setRevisionId(last.getRevisionId() + lane.name())
                    .build();
            var record = lanes.record(lane, marker);
            lanes.send(new ProducerRecord<>(lane.name(), partition, record.key(), record.value(), record.headers()));
        }
        await().atMost(SOON).until(() -> lanes.enriched(last).size() == 2);
    }

    @Test
    void marks_an_older_revision_that_arrives_behind_its_successor_as_superseded() {
        // Given
        var first = Lanes.article(run, article -> article.setOrigin(Origin.BACKFILL));
        var second = Lanes.after(first, "newer text");

        // When
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(second);
            await().atMost(SOON).until(() -> lanes.enriched(first).size() == 1);
            lanes.send(lanes.record(Streams.ARTICLE_BACKFILLED, first));
            await().atMost(SOON).until(() -> lanes.enriched(first).size() == 2);
        }

        // Then
        var late = lanes.enriched(first).getLast();
        assertThat(SentRecords.header(late.record().headers(), ResultHeaders.SUPERSEDED_BY))
                .contains(second.getRevisionId());
    }

    @Test
    void passes_a_withdrawal_on_without_tags() {
        // Given
        var article = Lanes.article(run);
        var withdrawn = ArticleIngested.newBuilder(Lanes.after(article, ""))
                .setHeadline("")
                .setChange(Change.WITHDRAWN)
                .build();

        // When
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(article);
            lanes.send(withdrawn);
            await().atMost(SOON).until(() -> lanes.enriched(article).size() == 2);
        }

        // Then
        var last = lanes.enriched(article).getLast().event();
        assertThat(last.getArticle().getChange()).isEqualTo(Change.WITHDRAWN);
        assertThat(last.getMentions()).isEmpty();
    }

    @Test
    void shows_no_phantom_of_a_predecessor_that_died_before_its_commit_and_goes_on_within_five_seconds() {
        // Given
        var article = Lanes.article(run);
        var where = lanes.send(article);
        var killed = lanes.transactional("enrichment-0-0");
        killed.initTransactions();
        killed.beginTransaction();
        var _ = killed.send(lanes.enriched(article, where.partition()));
        killed.sendOffsetsToTransaction(
                Map.of(new TopicPartition(where.topic(), where.partition()), new OffsetAndMetadata(where.offset() + 1)),
                lanes.outsider("enrichment"));
        killed.flush();

        // When
        var resumed = Duration.ZERO;
        try (var _ = RunningService.start(servers, Map.of())) {
            var readyAt = System.nanoTime();
            await().atMost(SOON).until(() -> !lanes.enriched(article).isEmpty());
            resumed = Duration.ofNanos(System.nanoTime() - readyAt);
        } finally {
            killed.close(Duration.ZERO);
        }

        // Then
        assertThat(resumed).isLessThan(Duration.ofSeconds(5));
        assertThat(lanes.enriched(article))
                .singleElement()
                .satisfies(enriched ->
                        assertThat(enriched.event().getEngineVersion()).isNotEmpty());
    }

    @Test
    void would_repeat_a_revision_after_a_restart_if_the_memory_were_not_rebuilt() {
        // Given
        var article = Lanes.article(run);
        var last = Lanes.article(run + "last");
        try (var _ = RunningService.start(servers, Map.of())) {
            lanes.send(article);
            await().atMost(SOON).until(() -> !lanes.enriched(article).isEmpty());
        }

        // When
        try (var _ = RunningService.start(servers, Map.of(), Forgetful.class)) {
            lanes.send(article);
            settle(article, last);
        }

        // Then
        assertThat(lanes.enriched(article))
                .as("this test shows that the others can fail")
                .hasSize(2);
    }

    /** A seeded bug: nothing is recalled at an assignment. */
    @Configuration(proxyBeanMethods = false)
    static class Forgetful {

        @Bean
        @Primary
        SeenRevisions forgetful() {
            return new SeenRevisions(
                    100, partitions -> partitions.stream().collect(Collectors.toMap(p -> p, _ -> List.of())));
        }
    }

    @Test
    void loses_and_repeats_nothing_when_it_is_stopped_in_the_middle_of_its_work() {
        // Given
        var articles = new ArrayList<ArticleIngested>();
        for (int i = 0; i < 500; i++) {
            articles.add(Lanes.article(run + i));
        }
        var ids = articles.stream().map(ArticleIngested::getArticleId).toList();
        var small = Map.of("spring.kafka.consumer.max-poll-records", "20");

        // When
        try (var _ = RunningService.start(servers, small)) {
            articles.subList(0, 250).forEach(lanes::send);
            await().atMost(SOON).until(() -> !lanes.enriched(ids).isEmpty());
            articles.subList(250, 500).forEach(lanes::send);
        }
        try (var _ = RunningService.start(servers, small)) {
            await().atMost(SOON).until(() -> lanes.enriched(ids).size() >= articles.size());
        }

        // Then
        assertThat(lanes.enriched(ids).stream().map(Lanes.Enriched::revisionId))
                .containsExactlyInAnyOrderElementsOf(
                        articles.stream().map(ArticleIngested::getRevisionId).toList());
    }
}
