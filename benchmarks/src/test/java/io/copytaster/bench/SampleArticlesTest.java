package io.copytaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleArticlesTest {

    private final SampleArticles articles = new SampleArticles("run");

    @Test
    void are_json_of_about_two_thousand_characters() {
        // When
        var article = JsonMapper.shared().readTree(articles.json(7));

        // Then
        assertThat(article.path("url").asString("")).isEqualTo("https://bench.example/run/7");
        assertThat(article.path("body").asString("")).hasSizeBetween(SampleArticles.BODY, SampleArticles.BODY + 20);
    }

    @Test
    void share_no_sentence() {
        // When
        var sentences = LongStream.range(0, 500)
                .mapToObj(number -> new String(articles.json(number), StandardCharsets.UTF_8))
                .map(json -> json.substring(json.indexOf("\"body\"")))
                .flatMap(body -> Arrays.stream(body.split("\\. ")))
                .filter(sentence -> sentence.length() > 50)
                .toList();

        // Then
        assertThat(sentences).hasSizeGreaterThan(5_000).doesNotHaveDuplicates();
    }

    @Test
    void are_the_same_for_the_same_number() {
        assertThat(articles.json(3)).isEqualTo(articles.json(3)).isNotEqualTo(articles.json(4));
    }
}
