package io.copytaster.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad request gets a problem document that names what to change, and the next good one works. */
class BadInputTest {

    private static final AtomicInteger GOOD = new AtomicInteger();
    private final IngestServer service = IngestServer.shared();

    static Stream<Arguments> badRequests() {
        return Stream.of(
                bad("malformed JSON", "{\"headline\":", 400, "", "malformed JSON"),
                bad("trailing text", "{\"headline\":\"a\"} x", 400, "", "malformed JSON"),
                bad("nothing", "", 400, "", "expected one JSON object"),
                bad("an array", "[]", 400, "", "expected one JSON object"),
                bad("null", "null", 400, "", "got null"),
                bad("a number as headline", "{\"headline\":7}", 400, "headline", "expected a string"),
                bad("an object as body", "{\"body\":{}}", 400, "body", "expected a string"),
                bad("an unknown field", "{\"headline\":\"a\",\"titel\":\"b\"}", 400, "titel", "unknown field"),
                bad("a doubled field", "{\"headline\":\"a\",\"headline\":\"b\"}", 400, "", ""),
                bad(
                        "neither headline nor body",
                        "{\"url\":\"https://bad.example/\"}",
                        400,
                        "headline",
                        "headline or body"),
                bad(
                        "an invalid URL",
                        "{\"headline\":\"a\",\"url\":\"bad.example/a\"}",
                        400,
                        "url",
                        "absolute http or https URL"),
                bad(
                        "a URL with a password",
                        "{\"headline\":\"a\",\"url\":\"https://u:p@bad.example/\"}",
                        400,
                        "url",
                        "before the @"),
                bad("a lone surrogate", "{\"headline\":\"a\\ud800\"}", 400, "headline", "lone surrogate"),
                bad("a NUL", "{\"body\":\"a\\u0000\"}", 400, "body", "NUL"),
                bad(
                        "a language that is none",
                        "{\"headline\":\"a\",\"language\":\"pt_BR\"}",
                        400,
                        "language",
                        "BCP 47"),
                bad(
                        "a date that is none",
                        "{\"headline\":\"a\",\"publishedAt\":\"today\"}",
                        400,
                        "publishedAt",
                        "ISO 8601"),
                bad(
                        "a far future",
                        "{\"headline\":\"a\",\"publishedAt\":\"2999-01-01T00:00:00Z\"}",
                        400,
                        "publishedAt",
                        "between"),
                bad(
                        "more than 1 MiB of text",
                        "{\"body\":\"" + "a".repeat(1_048_577) + "\"}",
                        413,
                        "",
                        "at most 1048576 bytes"),
                bad("5 MB", "{\"body\":\"" + "a".repeat(5_000_000) + "\"}", 413, "", "at most 2097152 bytes"));
    }

    private static Arguments bad(String name, String request, int status, String field, String sentence) {
        return Arguments.of(Named.of(name, request), status, field, sentence);
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void a_bad_request_is_told_what_to_change(String request, int status, String field, String sentence) {
        // When
        var said = service.post(request.getBytes(UTF_8));

        // Then
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(said.text("field")).isEqualTo(field);
        assertThat(said.text("detail")).contains(sentence);
        theNextGoodRequestWorks();
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        // Given
        byte[] latin = "{\"headline\":\"été\"}".getBytes(ISO_8859_1);
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        // When
        var said = service.post(latin);
        var encodedSurrogate = service.post(surrogate);

        // Then
        assertThat(Arrays.asList(said, encodedSurrogate)).allSatisfy(each -> {
            assertThat(each.status()).isEqualTo(400);
            assertThat(each.text("detail")).contains("UTF-8");
        });
        theNextGoodRequestWorks();
    }

    @Test
    void another_content_type_is_answered_415() {
        // When
        var said = service.send(service.request("api/v1/articles")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"headline\":\"a\"}")));

        // Then
        assertThat(said.status()).isEqualTo(415);
        theNextGoodRequestWorks();
    }

    @Test
    void a_line_that_is_too_long_is_cut_out_of_its_batch() {
        // Given
        var good = SampleArticle.at("https://bad.example/long").json();

        // When
        var receipts = service.batch(good + "\n{\"body\":\"" + "a".repeat(3_000_000) + "\"}\n" + good);

        // Then
        assertThat(receipts).hasSize(3);
        assertThat(receipts.get(0).path("outcome").asString("")).isEqualTo("accepted");
        assertThat(receipts.get(1).path("status").asInt()).isEqualTo(413);
        assertThat(receipts.get(2).path("outcome").asString("")).isEqualTo("duplicate");
    }

    private void theNextGoodRequestWorks() {
        var said = service.post(SampleArticle.at("https://good.example/" + GOOD.incrementAndGet()));
        assertThat(said.text("outcome")).isEqualTo("accepted");
    }
}
