package io.copytaster.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.alert.match.WatchMatcher;
import io.copytaster.enrichment.EnrichmentPipeline;
import io.copytaster.enrichment.article.Article;
import io.copytaster.text.query.QueryBounds;
import io.copytaster.text.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LineMatchingTest {

    private static final EnrichmentPipeline PIPELINE = EnrichmentPipeline.fromClasspath();

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void finds_the_watches_that_an_article_fits_and_the_text_that_says_so() throws IOException {
        // Given
        LineMatching matching = matching("""
            [{"name": "Sberbank", "query": "entity:wd:Q205012"}, {"name": "Other", "query": "volcano"}]
            """);
        ArticleLine line = new ArticleLine("1", new Article("Сбербанк объявил о новой модели", "", "ru"));

        // When
        List<ObjectNode> matches = matching.match(line);

        // Then
        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.path("id").asString()).isEqualTo("1");
            assertThat(match.path("watch").asString()).isEqualTo("Sberbank");
            assertThat(match.at("/reasons/0/evidence/0/exact").asString()).isEqualTo("Сбербанк");
        });
    }

    private LineMatching matching(String watches) throws IOException {
        Path file = Files.writeString(directory.resolve("watches.json"), watches);
        WatchFile read = WatchFile.read(file);
        WatchMatcher matcher = new WatchMatcher(new QueryParser(QueryBounds.USUAL), Clock.systemUTC());
        read.all().forEach(watch -> assertThat(matcher.apply(watch)).isEmpty());
        return new LineMatching(PIPELINE, matcher, read);
    }
}
