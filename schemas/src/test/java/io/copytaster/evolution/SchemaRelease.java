package io.copytaster.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Writes a release; no test of the build, see README.md: {@code mvn -pl schemas test -Dtest=SchemaRelease -Dschemas.release=0.2.0}. */
class SchemaRelease {

    @Test
    void writes_the_schema_of_every_stream() throws IOException {
        // Given
        var version =
                Objects.requireNonNull(System.getProperty("schemas.release"), "-Dschemas.release=VERSION is missing");
        var folder = Files.createDirectories(Releases.FOLDER.resolve(version));

        // When
        for (var stream : Streams.ALL) {
            var schema = stream.schema();
            Files.writeString(folder.resolve(schema.getName() + ".avsc"), pretty(schema));
        }

        // Then
        assertThat(Releases.all()).anyMatch(release -> release.version().equals(version));
    }

    private static String pretty(Schema schema) {
        var json = JsonMapper.shared();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(schema.toString())) + "\n";
    }
}
