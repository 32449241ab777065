package io.copytaster.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void can_be_taken_again_when_its_holder_ended() throws IOException {
        // Given
        StackLock.take(directory).close();

        // When
        StackLock lock = StackLock.take(directory);

        // Then
        assertThat(directory.resolve("lock")).exists();
        lock.close();
    }
}
