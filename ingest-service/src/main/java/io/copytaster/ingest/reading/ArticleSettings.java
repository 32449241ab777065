package io.copytaster.ingest.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of an article. Text is counted in bytes of UTF-8, which is what it takes on the log.
 *
 * @param maxText headline and body together; must fit the streams of all services
 * @param maxHeadline the headline alone
 */
@ConfigurationProperties(prefix = "copytaster.article", ignoreUnknownFields = false)
public record ArticleSettings(
        @DefaultValue("1MB") DataSize maxText,
        @DefaultValue("16KB") DataSize maxHeadline) {

    private static final DataSize STREAM = DataSize.ofKilobytes(1536);

    public ArticleSettings {
        if (maxText.toBytes() < 1 || maxText.compareTo(STREAM) > 0) {
            throw new IllegalArgumentException("expected 1B to 1536KB in copytaster.article.max-text, got " + maxText);
        }
        if (maxHeadline.toBytes() < 1 || maxHeadline.compareTo(maxText) > 0) {
            throw new IllegalArgumentException(
                    "expected 1B to max-text in copytaster.article.max-headline, got " + maxHeadline);
        }
    }

    long textBytes() {
        return maxText.toBytes();
    }

    long headlineBytes() {
        return maxHeadline.toBytes();
    }
}
