package io.copytaster.ingest.page;

import io.copytaster.ingest.extract.ArticleExtractor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which pages are read.
 *
 * @param maxSize longest page, decompressed; at most what the extractor reads
 * @param leastText shortest text that counts as an article, in code points; less is what pages that are gone say
 */
@ConfigurationProperties(prefix = "copytaster.page", ignoreUnknownFields = false)
public record PageSettings(
        @DefaultValue("5MB") DataSize maxSize,
        @DefaultValue("80") int leastText) {

    private static final int MOST_LEAST_TEXT = 10_000;

    public PageSettings {
        if (maxSize.toBytes() < 1024 || maxSize.toBytes() > ArticleExtractor.MOST_BYTES) {
            throw new IllegalArgumentException("expected 1KB to " + DataSize.ofBytes(ArticleExtractor.MOST_BYTES)
                    + " in copytaster.page.max-size, got " + maxSize);
        }
        if (leastText < 0 || leastText > MOST_LEAST_TEXT) {
            throw new IllegalArgumentException(
                    "expected 0 to " + MOST_LEAST_TEXT + " in copytaster.page.least-text, got " + leastText);
        }
    }

    long mostBytes() {
        return maxSize.toBytes();
    }
}
