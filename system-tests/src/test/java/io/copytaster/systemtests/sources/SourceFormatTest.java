package io.copytaster.systemtests.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFormatTest {

    /** {@code mvn -pl system-tests test -Dtest=SourceFormatTest -Dformat=write} rewrites what is not. */
    @Test
    void every_source_is_as_the_formatter_writes_it() throws Exception {
        // Given
        var write = "write".equals(System.getProperty("format"));

        // When
        var unformatted = SourceFormat.unformatted(Repository.root(), write);

        // Then
        assertThat(write ? java.util.List.of() : unformatted)
                .as("sources to rewrite with -Dtest=SourceFormatTest -Dformat=write")
                .isEmpty();
    }
}
