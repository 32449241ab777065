package io.copytaster.ingest.publisher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which publishers belong together.
 *
 * @param familiesFile a file of families beside the bundled ones, in the form that {@link PublisherFamilies} describes; empty for none
 */
@ConfigurationProperties(prefix = "copytaster.publisher", ignoreUnknownFields = false)
record PublisherSettings(@DefaultValue("") String familiesFile) {

    PublisherSettings {
        if (!familiesFile.isBlank() && !Files.isRegularFile(Path.of(familiesFile))) {
            throw new IllegalArgumentException(
                    "expected a file in copytaster.publisher.families-file, got " + familiesFile + ", which is none");
        }
    }
}
