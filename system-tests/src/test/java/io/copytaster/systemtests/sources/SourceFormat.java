package io.copytaster.systemtests.sources;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one format of our Java sources: palantir-java-format, imports ordered and unused ones removed. */
final class SourceFormat {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private SourceFormat() {}

    /** The sources that are not as the formatter writes them; with {@code write} they are rewritten. */
    static List<Path> unformatted(Path root, boolean write) throws IOException {
        var found = new ArrayList<Path>();
        for (var source : Repository.sources(root)) {
            var text = Files.readString(source);
            var formatted = formatted(source, text);
            if (!formatted.equals(text)) {
                found.add(root.relativize(source));
                if (write) {
                    Files.writeString(source, formatted);
                }
            }
        }
        return found;
    }

    private static String formatted(Path source, String text) {
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IllegalStateException(source + " cannot be parsed: " + e.getMessage(), e);
        }
    }
}
