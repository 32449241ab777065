package io.copytaster.ingest.url;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The query parameters that never select an article, read from {@code tracking-parameters.txt}. */
final class TrackingParameters {

    private static final String FILE = "tracking-parameters.txt";
    private static final TrackingParameters BUNDLED = new TrackingParameters(bundledLines());

    private final Set<String> exact;
    private final Set<String> prefixes;

    private TrackingParameters(Set<String> lines) {
        exact = lines.stream().filter(line -> !line.endsWith("*")).collect(Collectors.toUnmodifiableSet());
        prefixes = lines.stream()
                .filter(line -> line.endsWith("*"))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    static TrackingParameters bundled() {
        return BUNDLED;
    }

    /** Whether a parameter, as it stands between two ampersands, only says how the reader came. */
    boolean contain(String parameter) {
        var lower = parameter.toLowerCase(Locale.ROOT);
        int equals = lower.indexOf('=');
        var name = equals < 0 ? lower : lower.substring(0, equals);
        return exact.contains(name)
                || exact.contains(lower)
                || prefixes.stream().anyMatch(name::startsWith);
    }

    private static Set<String> bundledLines() {
        try (var file = TrackingParameters.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("expected the file " + FILE + " beside this class");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
