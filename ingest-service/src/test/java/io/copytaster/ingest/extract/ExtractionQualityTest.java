package io.copytaster.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures the extractor on real pages where they are at hand: the overlap of four-word shingles with the true text. */
class ExtractionQualityTest {

    private static final Path PAGES = Path.of("../../shared/conformance/extraction/article-benchmark");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHINGLE = 4;
    private static final double LEAST_F1 = 0.955;

    @Test
    void reads_real_pages_as_well_as_the_best_extractors() throws IOException {
        // Given
        if (!Files.isDirectory(PAGES)) {
            System.out.println("SKIPPED reads_real_pages_as_well_as_the_best_extractors: no " + PAGES);
        }
        assumeTrue(Files.isDirectory(PAGES));

        // When
        List<double[]> scores = new ArrayList<>();
        for (String line : Files.readAllLines(PAGES.resolve("truth.ndjson"))) {
            JsonNode truth = JSON.readTree(line);
            scores.add(score(shingles(truth.path("articleBody").asString()), shingles(extracted(truth))));
        }

        // Then
        double precision =
                scores.stream().mapToDouble(score -> score[0]).average().orElse(0);
        double recall = scores.stream().mapToDouble(score -> score[1]).average().orElse(0);
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf("extraction: F1 %.4f, precision %.4f, recall %.4f%n", f1, precision, recall);
        assertThat(f1).isGreaterThanOrEqualTo(LEAST_F1);
    }

    private static String extracted(JsonNode truth) throws IOException {
        Path page = PAGES.resolve(truth.path("html").asString());
        try (var in = new GZIPInputStream(Files.newInputStream(page))) {
            return new ArticleExtractor().extract(in.readAllBytes(), null, "") instanceof ExtractedArticle article
                    ? article.body()
                    : "";
        }
    }

    private static double[] score(Map<List<String>, Integer> wanted, Map<List<String>, Integer> found) {
        double hits = wanted.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0)))
                .sum();
        return new double[] {share(hits, found), share(hits, wanted)};
    }

    private static double share(double hits, Map<List<String>, Integer> shingles) {
        int all = shingles.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : hits / all;
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(match -> match.group()).toList();
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i == 0 || i + SHINGLE <= words.size(); i++) {
            shingles.merge(words.subList(i, Math.min(words.size(), i + SHINGLE)), 1, Integer::sum);
        }
        return shingles;
    }
}
