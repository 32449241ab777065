package io.copytaster.alert.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live stream of alerts; prefix {@code copytaster.live}.
 *
 * @param heartbeat how long the connection may be silent before a comment is sent
 * @param retry after how long a browser comes back when the connection broke
 * @param buffer alerts kept for one slow connection before it is told of a gap
 * @param connections most connections at once
 */
@ConfigurationProperties("copytaster.live")
public record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("256") int buffer,
        @DefaultValue("500") int connections) {

    public LiveSettings {
        if (!heartbeat.isPositive() || heartbeat.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "copytaster.live.heartbeat: expected more than nothing and at most 1m, got " + heartbeat);
        }
        if (retry.isNegative()) {
            throw new IllegalArgumentException("copytaster.live.retry: expected 0s or more, got " + retry);
        }
        if (buffer < 1 || buffer > 100_000) {
            throw new IllegalArgumentException("copytaster.live.buffer: expected 1 to 100000, got " + buffer);
        }
        if (connections < 1 || connections > 100_000) {
            throw new IllegalArgumentException("copytaster.live.connections: expected 1 to 100000, got " + connections);
        }
    }
}
