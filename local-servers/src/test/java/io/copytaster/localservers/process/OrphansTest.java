package io.copytaster.localservers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    private static final String DEAD_PARENT = "999999999 1000";

    @TempDir
    private Path directory = Path.of("unset");

    private Process stranger = new ProcessBuilder("true").start();

    OrphansTest() throws IOException {}

    @BeforeEach
    void a_process_that_we_did_not_start_as_a_child() throws IOException {
        stranger = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        stranger.destroyForcibly();
    }

    @Test
    void ends_a_process_whose_parent_was_killed() throws Exception {
        // Given
        record(line(startedAt()), DEAD_PARENT);

        // When
        Orphans.end(directory);

        // Then
        assertThat(stranger.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void never_ends_a_stranger_that_got_a_recycled_process_id() throws Exception {
        // Given
        record(line(startedAt().minusSeconds(3_600)), DEAD_PARENT);

        // When
        Orphans.end(directory);

        // Then
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void refuses_to_end_a_process_whose_parent_lives() throws Exception {
        // Given
        ProcessHandle parent = ProcessHandle.current();
        record(
                line(startedAt()),
                parent.pid() + " " + parent.info().startInstant().orElseThrow().toEpochMilli());

        // When, Then
        assertThatThrownBy(() -> Orphans.end(directory))
                .isInstanceOf(ServerFailedException.class)
                .hasMessageContaining("already runs here (process " + stranger.pid() + ")");
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void knows_a_directory_whose_owner_is_gone() throws IOException {
        // Given
        Files.writeString(directory.resolve("owner"), DEAD_PARENT + "\n" + DEAD_PARENT + "\nTERMINATE\n");

        // When
        boolean left = Orphans.areLeftIn(directory);

        // Then
        assertThat(left).isTrue();
    }

    @Test
    void leaves_a_directory_alone_whose_owner_lives() {
        // Given
        Orphans.record(directory);

        // When
        boolean left = Orphans.areLeftIn(directory);

        // Then
        assertThat(left).isFalse();
    }

    private void record(String child, String parent) throws IOException {
        Files.writeString(directory.resolve("sample.pid"), child + "\n" + parent + "\nTERMINATE\n");
    }

    private String line(Instant startedAt) {
        return stranger.pid() + " " + startedAt.toEpochMilli();
    }

    private Instant startedAt() {
        return stranger.info().startInstant().orElseThrow();
    }
}
