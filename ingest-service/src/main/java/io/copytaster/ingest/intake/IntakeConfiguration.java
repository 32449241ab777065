package io.copytaster.ingest.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the HTTP door together. */
@Configuration
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    IntakeDesk intakeDesk(JsonMapper json, IntakeSettings settings) {
        return new IntakeDesk(new JsonSubmissions(json), settings);
    }

    /** One setting for the size of a request, whether it is read whole or line by line. */
    @Bean
    CodecCustomizer requestSize(IntakeSettings settings) {
        return codecs -> codecs.defaultCodecs().maxInMemorySize((int) settings.maxRequest().toBytes());
    }
}
