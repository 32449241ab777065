package io.copytaster.ingest.intake;

import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.measure.IngestMeter;
import io.copytaster.runtime.problem.JsonProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the HTTP door together. */
@Configuration
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    IntakeDesk intakeDesk(JsonMapper json, IngestPipeline pipeline, IntakeSettings settings) {
        return new IntakeDesk(new JsonSubmissions(json, IntakeConfiguration::explain), pipeline, settings);
    }

    @Bean
    MeterBinder permitsMeter(IntakeDesk desk) {
        return registry ->
                Gauge.builder(IngestMeter.PERMITS.key(), desk::freePermits).register(registry);
    }

    /** One setting for the size of a request, whether it is read whole or line by line. */
    @Bean
    CodecCustomizer requestSize(IntakeSettings settings) {
        return codecs -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(settings.requestBytes()));
    }

    /** The same words as for every other request of ours. */
    private static Refusal explain(JacksonException failure) {
        var problem = JsonProblem.of(failure).getBody();
        var field = Optional.ofNullable(problem.getProperties())
                .map(properties -> properties.get("field"))
                .map(Object::toString)
                .orElse(null);
        return Refusal.invalid(field, String.valueOf(problem.getDetail()));
    }
}
