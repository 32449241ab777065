package io.copytaster.ingest.extract.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a list of words that lies beside this class: sections in square brackets, one entry a line, # for remarks. */
final class WordFile {

    private WordFile() {}

    static Map<String, List<String>> read(String file) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String file) {
        try (var stream = WordFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("expected the file " + file + " beside this class");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
