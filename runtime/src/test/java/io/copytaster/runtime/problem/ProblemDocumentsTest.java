package io.copytaster.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.runtime.EchoApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class ProblemDocumentsTest {

    private static ConfigurableApplicationContext service;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        service = EchoApplication.start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\":                                | unreadable    | malformed JSON at line 1",
                "{\"headline\":\"a\",\"headlin\":\"b\"}        | invalid-field | unknown field at line 1, column 31;"
                        + " known are at, headline, tags",
                "{\"headline\":[1]}                            | invalid-field | expected a string",
                "{\"headline\":5}                              | invalid-field | expected a string",
                "{\"headline\":\"a\",\"headline\":\"b\"}       | unreadable    | malformed JSON",
                "{\"headline\":\"a\"}{\"headline\":\"b\"}      | unreadable    | expected one JSON object",
                "{\"headline\":\"a\",\"at\":\"yesterday\"}     | invalid-field | expected an instant",
                "{\"headline\":\"a\",\"tags\":{}}              | invalid-field | expected an array",
                "[]                                            | unreadable    | expected one JSON object",
            })
    void a_bad_document_is_answered_with_what_to_change(String body, String type, String detail) throws Exception {
        // When
        var answer = post("application/json", BodyPublishers.ofString(body));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:copytaster:problem:" + type).contains(detail);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() throws Exception {
        // When
        var answer = post(
                "application/json",
                BodyPublishers.ofByteArray(new byte[] {'{', '"', 'h', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UTF-8");
    }

    @Test
    void a_body_beyond_the_bound_is_too_large_and_the_next_request_works() throws Exception {
        // Given
        var tooLarge =
                post("application/json", BodyPublishers.ofString("{\"headline\":\"" + "a".repeat(100_000) + "\"}"));

        // When
        var next = post("application/json", BodyPublishers.ofString("{\"headline\":\"a\"}"));

        // Then
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("urn:copytaster:problem:too-large");
        assertThat(next.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, urn:copytaster:problem:not-found",
        "/notes, 405, urn:copytaster:problem:method-not-allowed",
        "/busy, 429, urn:copytaster:problem:too-many",
        "/broken, 500, urn:copytaster:problem:unexpected",
    })
    void every_failure_is_a_problem_document(String path, int status, String type) throws Exception {
        // When
        var answer = client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(type).doesNotContain("secret detail");
    }

    @Test
    void a_busy_service_says_when_to_come_back() throws Exception {
        // When
        var answer = client.send(HttpRequest.newBuilder(uri("/busy")).build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void another_media_type_is_refused() throws Exception {
        // When
        var answer = post("application/xml", BodyPublishers.ofString("<a/>"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("urn:copytaster:problem:unsupported-media-type");
    }

    private static HttpResponse<String> post(String contentType, BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/notes"))
                        .header("Content-Type", contentType)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + EchoApplication.port(service) + path);
    }
}
