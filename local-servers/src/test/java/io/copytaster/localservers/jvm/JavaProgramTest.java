package io.copytaster.localservers.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {

    @TempDir
    private Path directory = Path.of("unset");

    @BeforeEach
    void a_jar() throws IOException {
        Files.writeString(jar(), "first build");
    }

    @Test
    void records_its_first_run() throws IOException {
        // Given
        JavaProgram program = program();

        // When
        List<String> command = program.command(directory);

        // Then
        assertThat(command).contains("-XX:AOTMode=record");
    }

    @Test
    void runs_without_record_and_cache_while_the_cache_is_not_made() throws IOException {
        // Given
        Files.writeString(recordOf(program()), "record");

        // When
        List<String> command = program().command(directory);

        // Then
        assertThat(command).isEqualTo(program().command());
    }

    @Test
    void uses_its_cache() throws IOException {
        // Given
        Path cache = Path.of(recordOf(program()).toString().replace(".aotconf", ".aot"));
        Files.writeString(cache, "cache");

        // When
        List<String> command = program().command(directory);

        // Then
        assertThat(command).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void records_again_when_a_jar_was_built_again() throws IOException {
        // Given
        Files.writeString(recordOf(program()), "record of the first build");
        Files.writeString(jar(), "second build, longer");

        // When
        List<String> command = program().command(directory);

        // Then
        assertThat(command).contains("-XX:AOTMode=record");
    }

    @Test
    void records_again_after_a_record_that_no_cache_can_be_made_of() throws IOException {
        // Given
        Files.writeString(recordOf(program()), "cut off");
        program().prepareFasterStart(directory);

        // When
        List<String> command = program().command(directory);

        // Then
        assertThat(command).contains("-XX:AOTMode=record");
    }

    private Path recordOf(JavaProgram program) throws IOException {
        String flag = "-XX:AOTConfiguration=";
        return program.command(directory).stream()
                .filter(word -> word.startsWith(flag))
                .map(word -> Path.of(word.substring(flag.length())))
                .findFirst()
                .orElseThrow();
    }

    private JavaProgram program() {
        return new JavaProgram(
                "sample", List.of("-Xmx32m"), List.of(jar()), List.of("-jar", jar().toString()), List.of());
    }

    private Path jar() {
        return directory.resolve("sample.jar");
    }
}
