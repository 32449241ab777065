package io.copytaster.ingest.listen;

import io.copytaster.event.ArticleIngested;
import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.seen.Published;
import io.copytaster.ingest.seen.StreamPosition;
import io.copytaster.wire.EventReader;
import io.copytaster.wire.Readable;
import io.copytaster.wire.Unreadable;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Reads our own streams back and has remembered what is not. Only the identity in a record's header is looked at; the
 * record itself is decoded when something is missing, which is after a crash. Runs on one thread per container.
 */
final class FollowerListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerListener.class);
    private static final Pattern REVISION = Pattern.compile("r_[a-z2-7]{26}");
    private static final String IDENTITY = "ce_id";

    private final IngestPipeline pipeline;
    private final Map<String, EventReader<ArticleIngested>> readers;
    private final Counter repairs;

    FollowerListener(IngestPipeline pipeline, Map<String, EventReader<ArticleIngested>> readers, Counter repairs) {
        this.pipeline = pipeline;
        this.repairs = repairs;
        this.readers = Map.copyOf(readers);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        var named = new LinkedHashMap<String, StreamPosition>();
        records.forEach(record -> revision(record).ifPresent(id -> named.putIfAbsent(id, place(record))));
        var missing = pipeline.missing(named);
        var found = new ArrayList<Published>();
        for (var record : records) {
            if (revision(record).map(missing::contains).orElse(true)) {
                read(record).ifPresent(found::add);
            }
        }
        if (!found.isEmpty()) {
            repair(found);
        }
    }

    private void repair(List<Published> found) {
        int repaired = pipeline.repair(found);
        if (repaired > 0) {
            repairs.increment(repaired);
            LOG.atInfo().addKeyValue("revisions", repaired).log("remembered revisions that were only on the log");
        }
    }

    private Optional<Published> read(ConsumerRecord<byte[], byte[]> record) {
        var reader = readers.get(record.topic());
        if (reader == null) {
            throw new IllegalStateException(
                    "expected records of " + readers.keySet() + ", got one of " + record.topic());
        }
        return switch (reader.read(record)) {
            case Readable<ArticleIngested>(var event) -> edition(event, record);
            case Unreadable<ArticleIngested>(var reason, var _) -> quarantine(record, reason);
        };
    }

    private Optional<Published> edition(ArticleIngested event, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(new Published(IngestedEditions.edition(event), place(record)));
        } catch (IllegalArgumentException _) {
            return quarantine(record, "its identities are not ours");
        }
    }

    private Optional<Published> quarantine(ConsumerRecord<byte[], byte[]> record, String reason) {
        var place = place(record);
        LOG.atWarn()
                .addKeyValue("stream", place.stream())
                .addKeyValue("partition", place.partition())
                .addKeyValue("offset", place.offset())
                .log("record of our own stream cannot be read");
        pipeline.quarantine(place, reason, Instant.ofEpochMilli(record.timestamp()));
        return Optional.empty();
    }

    private static Optional<String> revision(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(IDENTITY);
        return Optional.ofNullable(header == null ? null : header.value())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(id -> REVISION.matcher(id).matches());
    }

    private static StreamPosition place(ConsumerRecord<byte[], byte[]> record) {
        return new StreamPosition(record.topic(), record.partition(), record.offset());
    }
}
