package io.copytaster.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

    @Test
    void a_line_ends_with_its_line_feed_or_with_the_bytes() {
        // When
        var lines = split(10, "a\n\nb", "c\nd");

        // Then
        assertThat(lines).containsExactly("1:a", "2:", "3:bc", "4:d");
    }

    @Test
    void a_line_feed_at_the_end_opens_no_line() {
        assertThat(split(10, "a\n")).containsExactly("1:a");
    }

    @Test
    void a_line_above_the_limit_is_cut_and_the_next_one_is_whole() {
        // When
        var lines = split(5, "aaaaa\nbbb", "bbb", "bbbb\nc");

        // Then
        assertThat(lines).containsExactly("1:aaaaa", "2:cut", "3:c");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261125})
    void how_the_bytes_arrive_never_matters(long seed) {
        // Given
        var random = new SplittableRandom(seed);
        var text = IntStream.range(0, 200)
                .mapToObj(_ -> "x".repeat(random.nextInt(40)))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
        var splitter = new LineSplitter(30);
        var lines = new ArrayList<String>();

        // When
        for (int from = 0; from < text.length; ) {
            int to = Math.min(text.length, from + 1 + random.nextInt(50));
            splitter.feed(Arrays.copyOfRange(text, from, to)).forEach(line -> lines.add(shown(line)));
            from = to;
        }
        splitter.finish().ifPresent(line -> lines.add(shown(line)));

        // Then
        assertThat(lines).as("seed %d", seed).isEqualTo(split(30, new String(text, UTF_8)));
    }

    private static List<String> split(long limit, String... buffers) {
        var splitter = new LineSplitter(limit);
        var lines = new ArrayList<String>();
        for (var buffer : buffers) {
            splitter.feed(buffer.getBytes(UTF_8)).forEach(line -> lines.add(shown(line)));
        }
        splitter.finish().ifPresent(line -> lines.add(shown(line)));
        return lines;
    }

    private static String shown(LineSplitter.Line line) {
        return line.number() + ":" + (line.isCut() ? "cut" : new String(line.bytes(), UTF_8));
    }
}
