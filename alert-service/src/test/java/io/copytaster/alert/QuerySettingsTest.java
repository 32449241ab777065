package io.copytaster.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.text.query.QueryBounds;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuerySettingsTest {

    private static final String PREFIX = "copytaster.alert.query";

    @Test
    void has_the_usual_bounds_as_defaults() {
        assertThat(bound(Map.of()).bounds()).isEqualTo(QueryBounds.USUAL);
    }

    @Test
    void takes_every_key() {
        assertThat(bound(Map.of(
                        PREFIX + ".length", "1",
                        PREFIX + ".nesting", "2",
                        PREFIX + ".operands", "3",
                        PREFIX + ".distance", "4")))
                .isEqualTo(new QuerySettings(1, 2, 3, 4));
    }

    @ParameterizedTest
    @CsvSource({"length, 0", "nesting, 0", "nesting, 101", "operands, 0", "distance, 0"})
    void names_the_key_that_it_refuses(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of(PREFIX + "." + key, value))).hasStackTraceContaining(PREFIX + "." + key);
    }

    private static QuerySettings bound(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate(PREFIX, QuerySettings.class);
    }
}
