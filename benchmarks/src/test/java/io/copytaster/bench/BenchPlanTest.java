package io.copytaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchPlanTest {

    @Test
    void is_the_usual_one_without_arguments() {
        assertThat(BenchPlan.of()).isEqualTo(BenchPlan.USUAL);
    }

    @Test
    void takes_every_argument() {
        // When
        var plan = BenchPlan.of(
                "--articles=1", "--connections=2", "--batch-connections=3", "--batch=4", "--members=5", "--jvm=-a -b");

        // Then
        assertThat(plan).isEqualTo(new BenchPlan(1, 2, 3, 4, 5, List.of("-a", "-b")));
    }

    @Test
    void says_what_it_expects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchPlan.of("--speed=9"))
                .withMessageContaining("--articles=")
                .withMessageContaining("got --speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchPlan.of("--articles"))
                .withMessageContaining("got --articles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchPlan.of("--batch=0"))
                .withMessageContaining("positive");
    }
}
