package io.copytaster.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaEvolutionTest {

    private static final String RELEASED = """
        {"type": "record", "name": "Story", "namespace": "test", "doc": "A sample.", "fields": [
          {"name": "id", "type": "string", "default": ""},
          {"name": "bare", "type": "string"},
          {"name": "count", "type": "int", "default": 0},
          {"name": "url", "type": ["null", "string"], "default": null},
          {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"},
            "default": "UNKNOWN"},
          {"name": "mood", "type": {"type": "enum", "name": "Mood", "symbols": ["GOOD", "BAD"]}, "default": "GOOD"},
          {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}, "default": 0}]}
        """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void is_red_on(String breach, String before, String after, String complaint) {
        // Given
        var released = schema(RELEASED);
        var current = schema(changed(before, after));

        // When
        var violations = SchemaEvolution.violations(released, current);

        // Then
        assertThat(violations).anySatisfy(violation -> assertThat(violation).contains(complaint));
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(
                        "a removed field without default",
                        "{\"name\": \"bare\", \"type\": \"string\"},",
                        "",
                        "READER_FIELD_MISSING_DEFAULT_VALUE"),
                Arguments.of(
                        "a removed field with default",
                        "{\"name\": \"count\", \"type\": \"int\", \"default\": 0},",
                        "",
                        "Story.count was removed or renamed"),
                Arguments.of(
                        "a new field without default",
                        "\"fields\": [",
                        "\"fields\": [{\"name\":\"x\",\"type\":\"int\"},",
                        "READER_FIELD_MISSING_DEFAULT_VALUE"),
                Arguments.of(
                        "a renamed field",
                        "\"name\": \"count\"",
                        "\"name\": \"number\"",
                        "Story.count was removed or renamed"),
                Arguments.of(
                        "a field renamed with an alias",
                        "\"name\": \"count\"",
                        "\"name\": \"number\", \"aliases\": [\"count\"]",
                        "Story.count was removed or renamed"),
                Arguments.of(
                        "an added symbol in an enum without UNKNOWN",
                        "[\"GOOD\", \"BAD\"]",
                        "[\"GOOD\", \"BAD\", \"UGLY\"]",
                        "MISSING_ENUM_SYMBOLS"),
                Arguments.of("a removed symbol", "[\"UNKNOWN\", \"A\"]", "[\"UNKNOWN\"]", "lost the symbol A"),
                Arguments.of(
                        "an added union branch",
                        "[\"null\", \"string\"]",
                        "[\"null\", \"string\", \"long\"]",
                        "MISSING_UNION_BRANCH"),
                Arguments.of(
                        "a removed union branch",
                        "[\"null\", \"string\"], \"default\": null",
                        "\"string\", \"default\": \"\"",
                        "was UNION and is STRING"),
                Arguments.of("a widened number", "\"int\"", "\"long\"", "TYPE_MISMATCH"),
                Arguments.of(
                        "a string turned into bytes, which Avro lets pass",
                        "\"id\", \"type\": \"string\"",
                        "\"id\", \"type\": \"bytes\"",
                        "was STRING and is BYTES"),
                Arguments.of(
                        "another default", "\"int\", \"default\": 0", "\"int\", \"default\": 1", "has another default"),
                Arguments.of("another logical type", "timestamp-millis", "timestamp-micros", "another logical type"),
                Arguments.of("another record name", "\"Story\"", "\"Tale\"", "was test.Story and is test.Tale"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("growth")
    void is_green_on(String growth, String before, String after) {
        // Given
        var released = schema(RELEASED);
        var current = schema(changed(before, after));

        // When
        var violations = SchemaEvolution.violations(released, current);

        // Then
        assertThat(violations).isEmpty();
    }

    static Stream<Arguments> growth() {
        return Stream.of(
                Arguments.of("no change", "Story", "Story"),
                Arguments.of(
                        "a new field with default",
                        "\"fields\": [",
                        "\"fields\": [{\"name\":\"x\",\"type\":\"int\",\"default\":0},"),
                Arguments.of(
                        "an added symbol in an enum with UNKNOWN",
                        "[\"UNKNOWN\", \"A\"]",
                        "[\"UNKNOWN\", \"A\", \"B\"]"),
                Arguments.of("another doc", "A sample.", "A better sample."));
    }

    @Test
    void house_rules_name_every_breach() {
        // Given
        var schema = schema(RELEASED.replace("[\"null\", \"string\"]", "[\"null\", \"string\", \"long\"]"));

        // When
        var violations = HouseRules.violations(schema);

        // Then
        assertThat(violations)
                .containsExactly(
                        "test.Story.bare has no default",
                        "test.Story.url is a union other than null and one type",
                        "test.Mood has no default symbol UNKNOWN");
    }

    private static String changed(String before, String after) {
        assertThat(RELEASED).contains(before);
        return RELEASED.replace(before, after);
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }
}
