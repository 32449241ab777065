package io.copytaster.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryUseTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void of_this_process_is_what_a_jvm_takes() {
        // When
        OptionalLong mebibytes = MemoryUse.withChildren(ProcessHandle.current().pid());

        // Then
        assertThat(mebibytes.orElse(0)).isBetween(20L, 4_000L);
    }

    @Test
    void of_a_process_that_is_not_there_is_unknown() {
        // When
        OptionalLong mebibytes = MemoryUse.alone(999_999_999);

        // Then
        assertThat(mebibytes).isEmpty();
    }
}
