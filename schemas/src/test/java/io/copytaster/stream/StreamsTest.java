package io.copytaster.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void keeps_the_public_names() {
        // When
        var names = Streams.ALL.stream().map(EventStream::name).toList();

        // Then
        assertThat(names)
                .containsExactly(
                        "news.article-ingested",
                        "news.article-backfilled",
                        "news.article-enriched",
                        "news.watch-matched",
                        "news.alert-raised",
                        "news.delivery-finished",
                        "news.catalogue");
    }

    @Test
    void names_subject_and_dead_letters_after_the_stream() {
        // When
        var stream = Streams.WATCH_MATCHED;

        // Then
        assertThat(stream.subject()).isEqualTo("news.watch-matched-value");
        assertThat(stream.deadLetters()).isEqualTo("news.watch-matched-dlt");
    }

    @Test
    void refuses_settings_that_no_broker_accepts() {
        // When
        var none = assertThatIllegalArgumentException().isThrownBy(() -> new StreamSetupSettings(0, 1));
        var noCopy = assertThatIllegalArgumentException().isThrownBy(() -> new StreamSetupSettings(4, 0));

        // Then
        none.withMessageContaining("copytaster.streams.partitions");
        noCopy.withMessageContaining("copytaster.streams.replication");
    }
}
