package io.copytaster.text.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small words of languages: word → languages that use it often, and letters that only some languages write. */
record FunctionWords(
        Map<String, List<String>> words, Map<Character, List<String>> letters, Map<String, String> scripts) {

    /** Reads lines of {@code language script words… | letters}. */
    static FunctionWords fromClasspath() {
        FunctionWords all = new FunctionWords(new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (InputStream file = FunctionWords.class.getResourceAsStream("function-words.txt")) {
            if (file == null) {
                throw new IllegalStateException(
                        "function-words.txt must be on the class path beside " + FunctionWords.class);
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(all::read);
        } catch (IOException e) {
            throw new UncheckedIOException("function-words.txt is unreadable", e);
        }
        return all;
    }

    private void read(String line) {
        List<String> parts = List.of(line.split("\\s*\\|\\s*", -1));
        List<String> fields = List.of(parts.getFirst().split("\\s+", -1));
        String language = fields.getFirst();
        scripts.put(language, fields.get(1));
        fields.subList(2, fields.size())
                .forEach(word ->
                        words.computeIfAbsent(word, key -> new ArrayList<>()).add(language));
        parts.get(1)
                .chars()
                .forEach(c -> letters.computeIfAbsent((char) c, key -> new ArrayList<>())
                        .add(language));
    }
}
