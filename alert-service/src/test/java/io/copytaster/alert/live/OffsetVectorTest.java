package io.copytaster.alert.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetVectorTest {

    @Test
    void is_read_as_it_was_written() {
        var place = new OffsetVector(Map.of(1, 5L, 0, 12L, 10, 0L));

        assertThat(place).hasToString("0:12,1:5,10:0");
        assertThat(OffsetVector.parse(place.toString())).contains(place);
    }

    @Test
    void a_partition_that_it_does_not_know_is_read_from_its_beginning() {
        assertThat(new OffsetVector(Map.of(0, 3L)).of(7)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0:", ":1", "0:1,", "0:-1", "a:1", "0:1;1:2", "0:9999999999999999999"})
    void nothing_else_is_read(String text) {
        assertThat(OffsetVector.parse(text)).isEmpty();
    }
}
