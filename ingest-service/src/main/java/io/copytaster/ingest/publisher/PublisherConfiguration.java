package io.copytaster.ingest.publisher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The families that the service knows. */
@Configuration
@EnableConfigurationProperties(PublisherSettings.class)
class PublisherConfiguration {

    private static final long LARGEST = 16 << 20;

    @Bean
    PublisherFamilies publisherFamilies(PublisherSettings settings) throws IOException {
        return settings.familiesFile().isBlank()
                ? PublisherFamilies.bundled()
                : withFile(Path.of(settings.familiesFile()));
    }

    private static PublisherFamilies withFile(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("expected at most " + LARGEST + " bytes in " + file
                    + " (copytaster.publisher.families-file), got " + Files.size(file));
        }
        try {
            return PublisherFamilies.bundledAnd(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " (copytaster.publisher.families-file), " + e.getMessage(), e);
        }
    }
}
