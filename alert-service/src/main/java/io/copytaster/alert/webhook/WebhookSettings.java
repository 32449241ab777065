package io.copytaster.alert.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of one webhook request.
 *
 * @param connectTimeout how long a connection may take
 * @param dnsTimeout how long resolving the host may take
 * @param totalTimeout how long everything may take, the answer's body included: 5 to 30 s, or less in tests
 * @param responseSize how much of an answer's body is read and kept
 * @param userAgent how we introduce ourselves
 * @param source the CloudEvents source of our messages
 */
@ConfigurationProperties("copytaster.webhook")
public record WebhookSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("5s") Duration dnsTimeout,
        @DefaultValue("15s") Duration totalTimeout,
        @DefaultValue("16KB") DataSize responseSize,
        @DefaultValue("Copytaster/0.1") String userAgent,
        @DefaultValue("/copytaster/alert-service") String source) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public WebhookSettings {
        check("connect-timeout", connectTimeout);
        check("dns-timeout", dnsTimeout);
        check("total-timeout", totalTimeout);
        if (responseSize.toBytes() < 0 || responseSize.toBytes() > 64 * 1024) {
            throw new IllegalArgumentException(
                    "copytaster.webhook.response-size: expected at most 64KB, got " + responseSize);
        }
    }

    private static void check(String key, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "copytaster.webhook." + key + ": expected more than nothing and at most 30s, got " + value);
        }
    }
}
