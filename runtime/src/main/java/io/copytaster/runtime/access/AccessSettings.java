package io.copytaster.runtime.access;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call this service.
 *
 * @param bootstrapToken bearer token that opens the API, at least 16 characters; empty: no authentication, which is
 *     allowed on loopback only
 * @param hosts names under which this service is reached, beside localhost and loopback addresses; a request for
 *     another host is answered 421; {@code *} accepts every host
 */
@ConfigurationProperties("copytaster.access")
record AccessSettings(
        @DefaultValue("") Secret bootstrapToken,
        @DefaultValue List<String> hosts) {

    private static final int SHORTEST_TOKEN = 16;

    public AccessSettings {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        if (!bootstrapToken.isEmpty() && bootstrapToken.value().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("copytaster.access.bootstrap-token has "
                    + bootstrapToken.value().length() + " characters; use at least " + SHORTEST_TOKEN);
        }
    }

    boolean authenticates() {
        return !bootstrapToken.isEmpty();
    }
}
