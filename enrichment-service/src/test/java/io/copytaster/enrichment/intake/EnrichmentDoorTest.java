package io.copytaster.enrichment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.enrichment.EnrichmentPipeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door over a real socket, with the real catalogue and nothing else of the service. */
class EnrichmentDoorTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ConfigurableApplicationContext service;
    private static HttpClient client;

    @EnableAutoConfiguration(
            exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, KafkaAutoConfiguration.class})
    @Import({EnrichmentController.class, CatalogueController.class})
    static class DoorApplication {

        @Bean
        EnrichmentPipeline pipeline() {
            return EnrichmentPipeline.fromClasspath();
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(DoorApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        service = application.run(
                "--server.port=0", "--server.address=127.0.0.1", "--spring.config.location=optional:classpath:/none/");
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @Test
    void answers_language_mentions_and_topics_with_versions() throws Exception {
        // Given
        String article = "{\"headline\":\"Les BRICS à Kazan\",\"body\":\"Poutine a parlé des sanctions occidentales.\","
                + "\"language\":\"fr\",\"publisher\":\"example.org\"}";
        // When
        JsonNode answer = JSON.readTree(post(article).body());
        // Then
        assertThat(answer.path("language").asString()).isEqualTo("fr");
        assertThat(answer.path("topics").findValuesAsString("topic")).contains("brics", "sanctions");
        assertThat(answer.path("mentions").findValuesAsString("entity")).contains("wd:Q7747");
        assertThat(answer.path("mentions").path(0).path("field").asString()).isEqualTo("headline");
        assertThat(answer.path("catalogueVersion").asString()).hasSize(64);
        assertThat(answer.path("engineVersion").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | expected a headline or a body",
                "{\"headline\":\" \"} | 400 | expected a headline or a body",
                "{\"headline\":5} | 400 | headline",
                "{\"headlin\":\"x\"} | 400 | headlin",
                "{\"headline\": | 400 | malformed JSON",
                "{\"headline\":\"a\\u0000b\"} | 400 | NUL",
                "{\"headline\":\"a\\ud83d\"} | 400 | surrogate",
                "{\"headline\":\"<b>a</b>\",\"contentType\":\"text/html\"} | 400 | text/plain"
            })
    void names_what_to_change_in_a_bad_article(String article, int status, String hint) throws Exception {
        // Given a body that cannot be used
        // When
        HttpResponse<String> answer = post(article);
        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/catalogue | 200 | \"version\":",
                "/api/v1/entities?q=sberbank | 200 | wd:Q205012",
                "/api/v1/entities/wd:Q7747 | 200 | Vladimir Poutine",
                "/api/v1/topics | 200 | \"id\":\"gpu\"",
                "/api/v1/entities/wd:Q999999999 | 404 | there is no entity",
                "/api/v1/entities/7747 | 400 | expected an entity id",
                "/api/v1/entities | 400 | expected part of a name"
            })
    void tells_what_the_catalogue_holds(String path, int status, String part) throws Exception {
        // Given a path below the service
        // When
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(part);
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/enrichments"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
