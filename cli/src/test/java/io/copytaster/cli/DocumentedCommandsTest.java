package io.copytaster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in the documents are commands that we have. */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");

    /** From {@code ./copytaster} to the end of the code span, the comment or the line. */
    private static final Pattern COMMAND = Pattern.compile("\\./copytaster((?: +(?!#)[^\\s`|>…]+)*)");

    private static final Pattern PROFILE = Pattern.compile("mvn [^`\\n]*-P([a-z]+)");

    static Stream<Documented> commands() throws IOException {
        return documents().stream()
                .flatMap(document -> COMMAND.matcher(text(document))
                        .results()
                        .map(match -> match.group(1).strip())
                        .filter(arguments -> !arguments.isEmpty())
                        .map(arguments -> new Documented(document, arguments)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void reads_every_documented_command_line(Documented command) {
        // When
        assertThatCode(() -> CopytasterCommand.commandLine()
                        .parseArgs(command.arguments().split(" +")))

                // Then
                .as(command.toString())
                .doesNotThrowAnyException();
    }

    @Test
    void finds_the_front_pages_commands() throws IOException {
        // When
        var found = commands().map(Documented::arguments).toList();

        // Then
        assertThat(found).contains("dev", "tail news.article-enriched");
    }

    @Test
    void names_only_profiles_that_the_build_has() throws IOException {
        // Given
        var poms = new StringBuilder(text(ROOT.resolve("pom.xml")));
        try (var modules = Files.list(ROOT)) {
            modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .forEach(pom -> poms.append(text(pom)));
        }

        // When
        var profiles = documents().stream()
                .flatMap(document -> PROFILE.matcher(text(document)).results().map(match -> match.group(1)))
                .distinct()
                .toList();

        // Then
        assertThat(profiles).isNotEmpty().allSatisfy(profile -> assertThat(poms).contains("<id>" + profile + "</id>"));
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (var folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/guides"))) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command line and where it stands. */
    record Documented(Path document, String arguments) {}
}
