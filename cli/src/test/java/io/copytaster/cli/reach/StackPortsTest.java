package io.copytaster.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackPortsTest {

    @Test
    void are_the_customary_ones_unless_moved() {
        // When
        StackPorts ports = StackPorts.from(0);

        // Then
        assertThat(ports).isEqualTo(new StackPorts(8080, 8081, 8082, 8083, 8084, 9092, 9093, 54329));
    }

    @Test
    void move_together() {
        // When
        StackPorts ports = StackPorts.from(20_000);

        // Then
        assertThat(ports).isEqualTo(new StackPorts(20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006, 20_007));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 65_530, -1})
    void refuse_a_base_without_room_for_all(int base) {
        // When, Then
        assertThatThrownBy(() -> StackPorts.from(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got " + base);
    }
}
