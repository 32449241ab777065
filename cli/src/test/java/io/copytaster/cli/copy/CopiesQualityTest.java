package io.copytaster.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copytaster.cli.offline.LineFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bars of near-duplicate detection, on labelled articles that are no part of this repository. */
class CopiesQualityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path LABELLED = Path.of("../../shared/conformance/neardup");

    private Map<String, String> clusters = Map.of();

    @BeforeEach
    void group_the_labelled_articles() throws IOException {
        boolean present = Files.isDirectory(LABELLED);
        if (!present) {
            System.out.println("SKIPPED CopiesQualityTest: no " + LABELLED);
        }
        assumeTrue(present);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(LABELLED.resolve("articles.ndjson"))) {
            new LineFilter(new LineGrouping()).run(in, out);
        }
        clusters = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .collect(Collectors.toMap(line -> text(line, "id"), line -> text(line, "cluster")));
    }

    @Test
    void joins_labelled_pairs_of_copies_and_no_others() throws IOException {
        // Given
        List<JsonNode> pairs = lines("pairs.ndjson");
        // When
        double joined = pairs.stream().filter(this::isJoined).count();
        double copies = pairs.stream().filter(CopiesQualityTest::isCopy).count();
        double hits =
                pairs.stream().filter(pair -> isCopy(pair) && isJoined(pair)).count();
        // Then
        System.out.printf("labelled pairs: precision %.4f, recall %.4f%n", hits / joined, hits / copies);
        assertThat(hits / joined).as("precision").isGreaterThanOrEqualTo(0.99);
        assertThat(2 * hits / (joined + copies)).as("F1").isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void finds_whole_groups() throws IOException {
        // Given
        Map<String, String> stories = lines("stories.ndjson").stream()
                .collect(Collectors.toMap(line -> text(line, "id"), line -> text(line, "story")));
        Map<String, Integer> sizes = new HashMap<>();
        for (var story : stories.entrySet()) {
            String cluster = "cluster " + clusters.get(story.getKey());
            sizes.merge(cluster, 1, Integer::sum);
            sizes.merge("story " + story.getValue(), 1, Integer::sum);
            sizes.merge(cluster + story.getValue(), 1, Integer::sum);
        }
        // When
        double precision = 0;
        double recall = 0;
        for (var story : stories.entrySet()) {
            String cluster = "cluster " + clusters.get(story.getKey());
            double both = sizes.getOrDefault(cluster + story.getValue(), 0);
            precision += both / sizes.getOrDefault(cluster, 1) / stories.size();
            recall += both / sizes.getOrDefault("story " + story.getValue(), 1) / stories.size();
        }
        // Then
        System.out.printf("B-cubed: precision %.4f, recall %.4f%n", precision, recall);
        assertThat(2 * precision * recall / (precision + recall)).as("F1").isGreaterThanOrEqualTo(0.99);
    }

    private boolean isJoined(JsonNode pair) {
        return text(clusters, pair, "a").equals(text(clusters, pair, "b"));
    }

    private static boolean isCopy(JsonNode pair) {
        return pair.path("same").asBoolean();
    }

    private static String text(Map<String, String> clusters, JsonNode pair, String side) {
        String id = text(pair, side);
        return clusters.getOrDefault(id, id);
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString();
    }

    private static List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(LABELLED.resolve(file)).stream()
                .map(JSON::readTree)
                .toList();
    }
}
