package io.copytaster.ingest.publisher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The families that the service knows. */
@Configuration
class PublisherConfiguration {

    @Bean
    PublisherFamilies publisherFamilies() {
        return PublisherFamilies.bundled();
    }
}
