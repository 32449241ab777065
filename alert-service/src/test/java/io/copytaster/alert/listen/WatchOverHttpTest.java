package io.copytaster.alert.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchOverHttpTest {

    private static RunningAlertService service;

    @BeforeAll
    static void start() {
        service = RunningAlertService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_watch_is_made_read_changed_and_deleted() {
        // Given
        var made = service.send(
                "POST", "/api/v1/watches", "{\"name\":\"Sber\",\"query\":\"sberbank -football\",\"endpoints\":[]}");
        assertThat(made.statusCode()).isEqualTo(201);
        var path = made.headers().firstValue("Location").orElseThrow();
        var tag = made.headers().firstValue("ETag").orElseThrow();
        // When
        var changed = service.send(
                "PUT",
                path,
                "{\"name\":\"Sber\",\"query\":\"sberbank\",\"endpoints\":[],\"options\":{\"paused\":true}}",
                "If-Match",
                tag);
        var stale = service.send("DELETE", path, "", "If-Match", tag);
        var read = service.send("GET", path, "");
        var deleted = service.send("DELETE", path, "");
        // Then
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(service.json(read).get("state").asString()).isEqualTo("paused");
        assertThat(service.json(read).get("query").asString()).isEqualTo("sberbank");
        assertThat(read.headers().firstValue("ETag"))
                .isEqualTo(changed.headers().firstValue("ETag"));
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(service.status(path)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '§',
            value = {
                "{\"name\":\"a\",\"query\":\"a AND\",\"endpoints\":[]} # query # at character 6",
                "{\"name\":\"a\",\"query\":\"entity:wd:q1\",\"endpoints\":[]} # query # entity:wd:Q1",
                "{\"name\":\"a\",\"query\":\"NOT a\",\"endpoints\":[]} # query # must not occur",
                "{\"name\":\"\",\"query\":\"a\",\"endpoints\":[]} # name # 1 to 200",
                "{\"name\":\"a\",\"endpoints\":[]} # query # expected a query",
                "{\"name\":\"a\",\"query\":\"a\"} # endpoints # expected a list",
                "{\"name\":\"a\",\"query\":\"a\",\"endpoints\":[\"x\"]} # endpoints[0] # e_",
                "{\"name\":\"a\",\"query\":\"a\",\"endpoints\":[\"e_aaaaaaaaaaaaaaaaaaaaaaaaaa\"]} # endpoints[0] #"
                        + " register",
                "{\"name\":\"a\",\"query\":\"a\",\"endpoints\":[],\"colour\":1} # colour # known are endpoints, name,"
                        + " options, query",
                "{\"name\":\"a\",\"query\":\"a\",\"endpoints\":[],\"options\":{\"loud\":true}} # loud # known are"
                        + " alertOnBackfill, paused",
                "{\"name\":1,\"query\":\"a\",\"endpoints\":[]} # name # expected a string"
            })
    void a_bad_watch_is_refused_with_the_field_and_what_to_do(String body, String field, String detail) {
        // When
        var answer = service.send("POST", "/api/v1/watches", body);
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(service.json(answer).path("field").asString("")).endsWith(field);
        assertThat(service.json(answer).get("detail").asString()).contains(detail);
    }

    @Test
    void a_check_shows_the_tree_or_the_mistake() {
        // When
        var right = service.json(service.send("POST", "/api/v1/watches/check", "{\"query\":\"a OR b and c\"}"));
        var wrong = service.json(service.send("POST", "/api/v1/watches/check", "{\"query\":\"title:a\"}"));
        // Then
        assertThat(right.get("valid").asBoolean()).isTrue();
        assertThat(right.get("canonical").asString()).isEqualTo("a OR b AND and AND c");
        assertThat(right.get("tree").get("kind").asString()).isEqualTo("or");
        assertThat(right.get("hints").get(0).asString()).contains("AND");
        assertThat(wrong.get("valid").asBoolean()).isFalse();
        assertThat(wrong.get("error").get("position").asInt()).isZero();
        assertThat(wrong.get("error").get("remedy").asString()).isEqualTo("write headline:");
    }

    @Test
    void lists_come_in_pages() {
        // Given
        for (int i = 0; i < 3; i++) {
            service.watch("paged" + i);
        }
        // When
        var first = service.json(service.send("GET", "/api/v1/watches?limit=2", ""));
        var second = service.json(service.send(
                "GET", "/api/v1/watches?limit=2&cursor=" + first.get("next").asString(), ""));
        // Then
        assertThat(first.get("items").size()).isEqualTo(2);
        assertThat(second.get("items").get(0).get("id").asString())
                .isGreaterThan(first.get("items").get(1).get("id").asString());
        assertThat(service.status("/api/v1/watches?limit=0")).isEqualTo(400);
        assertThat(service.status("/api/v1/watches?cursor=x")).isEqualTo(400);
        assertThat(service.status("/api/v1/alerts?cursor=x")).isEqualTo(400);
        assertThat(service.status("/api/v1/alerts/nonsense")).isEqualTo(404);
    }
}
