package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.publish.ResultHeaders;
import io.copytaster.enrichment.seen.Revision;
import io.copytaster.enrichment.seen.SeenSource;
import io.copytaster.stream.Streams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads the newest committed revisions from the enriched stream, newest part first, so that a bound in time costs only
 * the old end of the horizon. The first part reaches to the high watermark: the read waits there until transactions
 * that others left open are decided.
 */
final class EnrichedTailClient implements SeenSource {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichedTailClient.class);

    /** Offsets of the part that is always read. */
    private static final int FIRST_PART = 2_000;

    /** Offsets of each further part. */
    private static final int PART = 8_000;

    private static final Duration POLL = Duration.ofMillis(100);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final HighWatermarks ends;
    private final ListenSettings settings;
    private final Clock clock;

    EnrichedTailClient(
            Supplier<Consumer<byte[], byte[]>> consumers, HighWatermarks ends, ListenSettings settings, Clock clock) {
        this.consumers = consumers;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    /** The ends of partitions with everything that was written, decided or not. */
    @FunctionalInterface
    interface HighWatermarks {
        Map<TopicPartition, Long> of(List<TopicPartition> partitions);
    }

    @Override
    public Map<Integer, List<Revision>> newest(Set<Integer> partitions) {
        var startedAt = clock.instant();
        var streams = partitions.stream()
                .map(partition -> new TopicPartition(Streams.ARTICLE_ENRICHED.name(), partition))
                .toList();
        try (var consumer = consumers.get()) {
            consumer.assign(streams);
            var begins = consumer.beginningOffsets(streams);
            var tails = new ArrayList<Tail>();
            ends.of(streams)
                    .forEach((stream, end) ->
                            tails.add(new Tail(consumer, stream, begins.getOrDefault(stream, 0L), end)));
            tails.forEach(tail -> tail.readBack(FIRST_PART, startedAt.plus(settings.pendingTime())));
            readOlder(tails, startedAt.plus(settings.seenTime()));
            return revisions(tails, startedAt);
        }
    }

    private void readOlder(List<Tail> tails, Instant until) {
        var unfinished = new ArrayDeque<>(tails);
        while (!unfinished.isEmpty() && clock.instant().isBefore(until)) {
            var tail = unfinished.removeFirst();
            if (tail.wantsMore()) {
                tail.readBack(PART, clock.instant().plus(settings.pendingTime()));
                unfinished.addLast(tail);
            }
        }
    }

    private Map<Integer, List<Revision>> revisions(List<Tail> tails, Instant startedAt) {
        var newest = new HashMap<Integer, List<Revision>>();
        for (var tail : tails) {
            newest.put(tail.stream.partition(), List.copyOf(tail.revisions));
            LOG.atLevel(tail.wantsMore() ? Level.WARN : Level.INFO)
                    .addKeyValue("stream", tail.stream.topic())
                    .addKeyValue("partition", tail.stream.partition())
                    .addKeyValue("revisions", tail.revisions.size())
                    .addKeyValue(
                            "millis",
                            Duration.between(startedAt, clock.instant()).toMillis())
                    .log("memory of enriched revisions rebuilt");
        }
        return newest;
    }

    /** One partition, read backwards part by part. */
    private final class Tail {

        private final Consumer<byte[], byte[]> consumer;
        private final TopicPartition stream;
        private final long begin;
        private final Deque<Revision> revisions = new ArrayDeque<>();
        private long from;

        Tail(Consumer<byte[], byte[]> consumer, TopicPartition stream, long begin, long end) {
            this.consumer = consumer;
            this.stream = stream;
            this.begin = begin;
            this.from = end;
        }

        boolean wantsMore() {
            return from > begin && revisions.size() < settings.seenHorizon();
        }

        void readBack(int offsets, Instant deadline) {
            long end = from;
            from = Math.max(begin, end - offsets);
            var part = new ArrayList<Revision>();
            consumer.assign(List.of(stream));
            consumer.seek(stream, from);
            while (consumer.position(stream) < end) {
                consumer.poll(POLL).records(stream).stream()
                        .filter(record -> record.offset() < end)
                        .forEach(record -> revision(record, part));
                refuseAfter(deadline);
            }
            part.reversed().forEach(revisions::addFirst);
        }

        private void refuseAfter(Instant deadline) {
            if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("open transactions on " + stream + " were not decided within "
                        + settings.pendingTime() + "; the batch is tried again");
            }
        }

        private static void revision(ConsumerRecord<byte[], byte[]> record, List<Revision> part) {
            var previous = text(record, ResultHeaders.PREVIOUS_REVISION);
            text(record, ResultHeaders.REVISION)
                    .filter(id -> !id.isEmpty())
                    .ifPresent(id -> part.add(new Revision(id, previous.orElse(null))));
        }

        private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, String name) {
            return Optional.ofNullable(record.headers().lastHeader(name))
                    .map(header -> ResultHeaders.text(header.value()));
        }
    }
}
