package io.copytaster.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry is and how to speak to it, read from a Kafka client's configuration under Confluent's keys.
 *
 * @param urls {@code schema.registry.url}: one or more, separated by commas; the first that answers is used
 * @param user {@code basic.auth.user.info}: {@code name:password}, or null for none
 * @param connectTimeout {@code http.connect.timeout.ms}, 2 s unless set
 * @param readTimeout {@code http.read.timeout.ms}, 5 s unless set
 * @param cacheFile {@code schema.cache.file}: keeps what was learned, so that a restart works while the registry is
 *     down; or null for none. Ours alone: Confluent's classes ignore it
 */
public record RegistrySettings(
        List<URI> urls,
        @Nullable String user,
        Duration connectTimeout,
        Duration readTimeout,
        @Nullable Path cacheFile) {

    static final String URL = "schema.registry.url";
    static final String USER = "basic.auth.user.info";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String CACHE_FILE = "schema.cache.file";

    /** Copies the addresses and refuses an empty list. */
    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL + " is empty: name the registry, e.g. http://localhost:8081/apis/ccompat/v7");
        }
    }

    /** Reads the settings from a Kafka client's configuration. */
    public static RegistrySettings from(Map<String, ?> config) {
        var cacheFile = text(config, CACHE_FILE);
        return new RegistrySettings(
                urls(text(config, URL)),
                text(config, USER),
                millis(config, CONNECT_TIMEOUT, Duration.ofSeconds(2)),
                millis(config, READ_TIMEOUT, Duration.ofSeconds(5)),
                cacheFile == null ? null : Path.of(cacheFile));
    }

    private static List<URI> urls(@Nullable String value) {
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(RegistrySettings::url)
                .toList();
    }

    private static URI url(String value) {
        if (!value.startsWith("http://") && !value.startsWith("https://")) {
            throw new ConfigException(URL + " must be http:// or https:// addresses, separated by commas");
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    private static Duration millis(Map<String, ?> config, String key, Duration otherwise) {
        var value = text(config, key);
        if (value == null) {
            return otherwise;
        }
        try {
            return Duration.ofMillis(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new ConfigException(key + " must be a number of milliseconds, not '" + value + "'");
        }
    }

    private static @Nullable String text(Map<String, ?> config, String key) {
        var value = config.get(key);
        if (value == null) {
            return null;
        }
        var text = value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : value.toString();
        return text.isBlank() ? null : text.strip();
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "RegistrySettings[urls=" + urls + ", user=" + (user == null ? "none" : "***") + ", cacheFile="
                + cacheFile + "]";
    }
}
