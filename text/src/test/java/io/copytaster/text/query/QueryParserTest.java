package io.copytaster.text.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.text.query.Parsing.Parsed;
import io.copytaster.text.query.Parsing.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(QueryBounds.USUAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '§',
            value = {
                "sberbank # sberbank",
                "sberbank china # sberbank AND china",
                "a OR b c # a OR b AND c",
                "(a OR b) c # (a OR b) AND c",
                "a AND NOT b # a AND NOT b",
                "a -b # a AND NOT b",
                "a -(b OR c) # a AND NOT (b OR c)",
                "covid-19 # covid-19",
                "(a)-b # a AND b",
                "\"gas  deal\" # \"gas  deal\"",
                "«Le Monde» # \"Le Monde\"",
                "„SWIFT“ # \"SWIFT\"",
                "=SWIFT # =SWIFT",
                "=\"Deutsche Bank\" # =\"Deutsche Bank\"",
                "sanction* # sanction*",
                "中* # 中*",
                "headline:(a OR b) # headline:a OR headline:b",
                "headline:\"a b\" # headline:\"a b\"",
                "language:(fr OR en) a # (language:fr OR language:en) AND a",
                "url:https://example.org/a?b=1 # url:https://example.org/a?b=1",
                "publisher:\"Le Monde\" # publisher:\"Le Monde\"",
                "entity:wd:Q205012 # entity:wd:Q205012",
                "headline:entity:wd:Q205012 # headline:entity:wd:Q205012",
                "topic:gpu>=0.70 # topic:gpu>=0.7",
                "topic:brics topic:sanctions # topic:brics AND topic:sanctions",
                "a NEAR/5 b # NEAR/5(a b)",
                "a NEAR/5 b c # NEAR/5(a b) AND c",
                "ONEAR/2(a \"b c\" (d OR e)) # ONEAR/2(a \"b c\" (d OR e))",
                "ATLEAST/2(a b a (c -d)) # ATLEAST/2(a b (c AND NOT d))",
                "（a　OR　b） # a OR b",
                "\"AND\" # \"AND\"",
                "12:30 # 12:30"
            })
    void writes_what_it_read_in_one_form(String written, String canonical) {
        // When
        var parsing = parser.parse(written);
        // Then
        assertThat(parsing).isInstanceOfSatisfying(Parsed.class, parsed -> {
            assertThat(parsed.query()).hasToString(canonical);
            assertThat(parser.parse(canonical)).isEqualTo(new Parsed(parsed.query(), List.of()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '§',
            value = {
                "a AND # 5 # complete it",
                "AND a # 0 # in quotes",
                "a OR OR b # 5 # in quotes",
                "(a # 0 # close it with )",
                "a) # 1 # remove it",
                "a \"b # 2 # close it",
                "NOT a # 0 # that must",
                "a OR NOT b # 0 # that must",
                "title:a # 0 # write headline:",
                "Headline:a # 0 # in lower case",
                "headline: a # 0 # directly behind",
                "headline:body:a # 9 # one field",
                "entity:wd:q205012 # 0 # entity:wd:Q205012",
                "entity:Sberbank # 0 # entity:own:",
                "topic:GPU # 0 # topic:gpu>=0.7",
                "topic:gpu>=1.5 # 0 # topic:gpu>=0.7",
                "lead:topic:gpu # 5 # take it out",
                "ab* # 0 # write more",
                "a*b # 0 # beginning of the word",
                "a & b # 2 # write AND",
                "/a.*b/ # 0 # word*",
                "@banks # 0 # later|fragment",
                "a NEAR b # 2 # NEAR/2",
                "a NEAR/99 b # 2 # choose",
                "NEAR/5 # 0 # without a space",
                "NEAR/5(a) # 0 # NEAR/5(a b)",
                "NEAR/5(a topic:b) # 0 # take AND, NOT, topics",
                "ATLEAST/3(a b a) # 0 # add operands",
                "a ☞ # 2 # write letters",
                "🙂🙂 a ) # 5 # remove it",
                "language:french5x a # 9 # language:fr"
            })
    void names_position_and_remedy_of_a_mistake(String written, int position, String remedy) {
        // When
        var parsing = parser.parse(written);
        // Then
        assertThat(parsing).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.position()).isEqualTo(position);
            assertThat(refused.remedy()).containsPattern(remedy.contains("|") ? remedy : Pattern.quote(remedy));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "()", "\"\"", "-", "=", "*", ":", "NOT", "(((", "ATLEAST/1(", "NEAR/1(a"})
    void refuses_fragments_without_failing(String written) {
        assertThat(parser.parse(written)).isInstanceOf(Refused.class);
    }

    @Test
    void names_bound_and_value_when_a_query_is_too_large() {
        // Given
        var small = new QueryParser(new QueryBounds(20, 2, 3, 5));
        // When, Then
        assertThat(small.parse("a".repeat(21))).asString().contains("20 characters", "21");
        assertThat(small.parse("a b c d")).asString().contains("3 operands", "4");
        assertThat(small.parse("(((a)))")).asString().contains("2 deep", "3");
        assertThat(small.parse("a NEAR/6 b")).asString().contains("1 to 5", "6");
    }

    @Test
    void hints_at_operators_in_lower_case() {
        assertThat(parser.parse("putin or sberbank"))
                .isInstanceOfSatisfying(
                        Parsed.class,
                        parsed -> assertThat(parsed.hints())
                                .singleElement()
                                .asString()
                                .contains("OR"));
    }

    @Test
    void reads_back_every_tree_it_can_write() {
        // Given
        long seed = 20261125;
        var random = RandomGeneratorFactory.getDefault().create(seed);
        for (int i = 0; i < 5000; i++) {
            var text = randomQuery(random, 3);
            // When
            if (parser.parse(text) instanceof Parsed(var query, var _)) {
                // Then
                assertThat(parser.parse(query.toString()))
                        .as("seed %d, query %s", seed, text)
                        .isEqualTo(new Parsed(query, List.of()));
            }
        }
    }

    @Test
    void never_fails_on_any_text() {
        // Given
        long seed = 7;
        var random = RandomGeneratorFactory.getDefault().create(seed);
        var pieces = List.of(
                "(",
                ")",
                "\"",
                "AND",
                "OR",
                "NOT",
                "-",
                "a",
                "*",
                "NEAR/2",
                "ATLEAST/2",
                "headline:",
                "language:",
                "entity:",
                "topic:",
                ":",
                " ",
                "=",
                "中",
                "@",
                "\\",
                "🙂",
                ">=0.5");
        for (int i = 0; i < 20000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            // When, Then
            assertThat(parser.parse(text.toString()))
                    .as("seed %d, query %s", seed, text)
                    .isNotNull();
        }
    }

    static String randomQuery(RandomGenerator random, int depth) {
        var leaves = List.of(
                "a",
                "b",
                "=C",
                "\"a b\"",
                "abc*",
                "headline:a",
                "lead:b",
                "language:fr",
                "entity:wd:Q1",
                "topic:x>=0.5",
                "topic:y",
                "publisher:p");
        if (depth == 0) {
            return leaves.get(random.nextInt(leaves.size()));
        }
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(randomQuery(random, depth - 1));
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(" + String.join(" OR ", parts) + ")";
            case 1 -> "(" + String.join(" ", parts) + ")";
            case 2 -> "(" + parts.getFirst() + " -" + parts.getLast() + ")";
            case 3 -> "ATLEAST/1(" + String.join(" ", parts) + ")";
            default -> parts.getFirst();
        };
    }
}
