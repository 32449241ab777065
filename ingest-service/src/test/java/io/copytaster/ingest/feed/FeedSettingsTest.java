package io.copytaster.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import io.copytaster.ingest.feed.FeedSettings.BoundSettings;
import io.copytaster.ingest.feed.FeedSettings.EntrySettings;
import io.copytaster.ingest.feed.FeedSettings.PaceSettings;
import io.copytaster.ingest.pace.Pace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class FeedSettingsTest {

    private static final String PREFIX = "copytaster.feed";

    @Test
    void has_safe_defaults() {
        assertThat(SettingsBinding.bind(PREFIX, FeedSettings.class, Map.of()))
                .isEqualTo(new FeedSettings(
                        true,
                        32,
                        Duration.ofMillis(500),
                        new PaceSettings(
                                Duration.ofMinutes(10),
                                Duration.ofMinutes(2),
                                Duration.ofHours(6),
                                Duration.ofDays(1),
                                30),
                        new BoundSettings(DataSize.ofMegabytes(8), 250_000, 10_000),
                        new EntrySettings(100, Duration.ofDays(1), 1000, 40, 3)));
    }

    @Test
    void maps_every_key() {
        // Given
        var keys = Map.ofEntries(
                Map.entry("enabled", "false"),
                Map.entry("concurrency", "3"),
                Map.entry("tick", "1s"),
                Map.entry("pace.first", "5m"),
                Map.entry("pace.shortest", "1m"),
                Map.entry("pace.longest", "1h"),
                Map.entry("pace.parked", "2h"),
                Map.entry("pace.failures", "7"),
                Map.entry("bounds.size", "64MB"),
                Map.entry("bounds.elements", "11"),
                Map.entry("bounds.entries", "12"),
                Map.entry("entries.wave", "13"),
                Map.entry("entries.history", "2d"),
                Map.entry("entries.full-text", "14"),
                Map.entry("entries.pages", "15"),
                Map.entry("entries.page-retries", "0"));

        // When
        var settings = SettingsBinding.bind(PREFIX, FeedSettings.class, keys);

        // Then
        assertThat(settings)
                .isEqualTo(new FeedSettings(
                        false,
                        3,
                        Duration.ofSeconds(1),
                        new PaceSettings(
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1),
                                Duration.ofHours(2),
                                7),
                        new BoundSettings(DataSize.ofMegabytes(64), 11, 12),
                        new EntrySettings(13, Duration.ofDays(2), 14, 15, 0)));
        assertThat(settings.pace().bounds())
                .isEqualTo(new Pace.Bounds(
                        Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "concurrency, 0",
        "concurrency, 1001",
        "tick, 9ms",
        "tick, 61s",
        "pace.shortest, 999ms",
        "pace.shortest, 25h",
        "pace.longest, 1m",
        "pace.longest, 31d",
        "pace.first, 1m",
        "pace.first, 7h",
        "pace.parked, 59s",
        "pace.parked, 31d",
        "pace.failures, 0",
        "pace.failures, 10001",
        "bounds.size, 1023B",
        "bounds.size, 67108865B",
        "bounds.elements, 0",
        "bounds.elements, 10000001",
        "bounds.entries, 0",
        "bounds.entries, 1000001",
        "entries.wave, 0",
        "entries.wave, 1001",
        "entries.history, 59s",
        "entries.history, 3651d",
        "entries.full-text, 0",
        "entries.full-text, 1000001",
        "entries.pages, 0",
        "entries.pages, 10001",
        "entries.page-retries, -1",
        "entries.page-retries, 101"
    })
    void refuses_nonsense_and_names_the_key(String key, String value) {
        assertThatThrownBy(() -> SettingsBinding.bind(PREFIX, FeedSettings.class, Map.of(key, value)))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains(PREFIX + "." + key);
    }
}
