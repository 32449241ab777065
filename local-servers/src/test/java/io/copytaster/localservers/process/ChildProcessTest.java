package io.copytaster.localservers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void says_why_a_process_ended_instead_of_becoming_ready() {
        // Given
        ChildProcess child = ChildProcess.start(recipe("echo the disk is full; exit 3"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("ended with exit code 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void does_not_wait_longer_than_its_bound() {
        // Given
        ChildProcess child = ChildProcess.start(recipe("exec sleep 600"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(200)))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("was not ready within");
        child.kill();
    }

    @Test
    void kills_a_process_that_does_not_end_when_asked() {
        // Given
        ChildProcess child = ChildProcess.start(recipe("trap '' TERM; echo deaf; while true; do sleep 1; done"));
        child.awaitReady(() -> Files.readString(log()).contains("deaf"), PATIENCE);

        // When
        child.stop(Duration.ofMillis(300));

        // Then
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void lets_a_process_finish_its_work_when_asked_to_end() throws IOException {
        // Given
        ChildProcess child = ChildProcess.start(
                recipe("trap 'echo finished; exit 0' TERM; echo begun; while true; do sleep 0.1; done"));
        child.awaitReady(() -> Files.readString(log()).contains("begun"), PATIENCE);

        // When
        child.stop(PATIENCE);

        // Then
        assertThat(Files.readString(log())).contains("finished");
    }

    @Test
    void forgets_a_process_that_it_ended() {
        // Given
        ChildProcess child = ChildProcess.start(recipe("exec sleep 600"));

        // When
        child.kill();

        // Then
        assertThat(pidFile()).doesNotExist();
    }

    private ChildRecipe recipe(String script) {
        return new ChildRecipe(
                "Sample",
                List.of("sh", "-c", script),
                directory,
                Map.of(),
                log(),
                pidFile(),
                Ending.TERMINATE,
                ChildRecipe.Layer.USER);
    }

    private Path log() {
        return directory.resolve("sample.log");
    }

    private Path pidFile() {
        return directory.resolve("sample.pid");
    }
}
