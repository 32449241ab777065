package io.copytaster.stream;

import java.util.Map;

/** How the broker keeps a stream. */
public enum StreamStorage {

    /** Articles as taken in, at most 2 MiB each. */
    ARTICLES(2 << 20),

    /** What was made of them, at most 8 MiB each: tags with evidence can outweigh the text. */
    RESULTS(8 << 20),

    /**
     * The latest record of each key. A deletion stays visible for two days, longer than an instance may be away; an hour
     * passes before a record may be compacted, so that a reader sees a version's entries before its manifest.
     */
    LATEST(8 << 20);

    /** Largest record of a dead-letter stream: any record of any stream fits, with the headers that say why. */
    public static final int DEAD_LETTER_BYTES = (8 << 20) + (128 << 10);

    private final int maxRecordBytes;

    StreamStorage(int maxRecordBytes) {
        this.maxRecordBytes = maxRecordBytes;
    }

    /** Largest record, compressed, with its headers. */
    public int maxRecordBytes() {
        return maxRecordBytes;
    }

    Map<String, String> configuration() {
        return switch (this) {
            case ARTICLES, RESULTS -> Map.of("cleanup.policy", "delete");
            case LATEST ->
                Map.of(
                        "cleanup.policy", "compact",
                        "min.compaction.lag.ms", "3600000",
                        "delete.retention.ms", "172800000");
        };
    }
}
