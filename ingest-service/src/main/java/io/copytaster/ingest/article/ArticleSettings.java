package io.copytaster.ingest.article;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of an article.
 *
 * @param maxText headline and body together, in UTF-8; must fit the streams of all services
 * @param maxHeadline the headline alone, in UTF-8
 */
@ConfigurationProperties("copytaster.article")
public record ArticleSettings(@DefaultValue("1MB") DataSize maxText, @DefaultValue("16KB") DataSize maxHeadline) {

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

    /** The limits as the reader applies them. */
    public Limits limits() {
        return new Limits(maxText.toBytes(), maxHeadline.toBytes());
    }
}
