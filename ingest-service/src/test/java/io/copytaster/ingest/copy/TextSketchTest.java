package io.copytaster.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSketchTest {

    /** Whoever has to change this has to raise {@link TextSketch#VERSION}: stored sketches no longer fit new ones. */
    @Test
    void gives_the_same_bytes_on_every_machine_and_in_every_release() {
        // When
        byte[] bytes = TextSketch.of("", "Four ferries were late on 12 May because of fog. 大雾导致四班渡轮在5月12日晚点。")
                .toBytes();
        // Then
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("01031503500adb6669820f5d000000190a3c3c6b19b9dd2621ce7d92234842c529115175302b4a8040bd4a78"
                        + "5f2891be72b533007ffb758180eb03818d430f768d4b9714ae5de290d024dac9d890641cd958cbafe58e985f"
                        + "e88a117eeb7bf954f32b3aa380a3fad08cc4a2aff494af8effb9d7bdcccd87fad41a599cf73dd328b4a48d7c"
                        + "f7");
    }

    @ParameterizedTest
    @EnumSource(SampleText.class)
    void comes_back_from_its_bytes(SampleText sample) {
        // Given
        TextSketch sketch = TextSketch.of("", sample.text());
        // When
        TextSketch read = TextSketch.ofBytes(sketch.toBytes());
        // Then
        assertThat(read).isEqualTo(sketch).hasSameHashCodeAs(sketch).hasToString(sketch.toString());
        assertThat(read.keys()).isEqualTo(sketch.keys());
    }

    @Test
    void says_nothing_of_the_text_when_printed() {
        // When
        String printed = TextSketch.of("Fog", SampleText.ENGLISH.text()).toString();
        // Then
        assertThat(printed).matches("TextSketch\\[tokens=\\d+, wording=[0-9a-f]{16}]");
    }

    @Test
    void stays_small_however_long_the_text() {
        // Given
        String text = RandomText.words(new Random(1), 200_000);
        // When
        TextSketch sketch = TextSketch.of("", text);
        // Then
        assertThat(sketch.toBytes()).hasSizeLessThanOrEqualTo(TextSketch.LARGEST);
        assertThat(sketch.tokens()).isGreaterThan(100_000);
        assertThat(sketch.keys()).hasSize(CopyKeys.MOST);
    }

    @Test
    void leaves_out_what_no_intake_lets_in() {
        // Given
        String text = "a b c d e f g h. ".repeat(Sketcher.LONGEST / 10);
        // When
        TextSketch sketch = TextSketch.of(text, text);
        // Then
        assertThat(sketch.tokens()).isLessThanOrEqualTo(Sketcher.LONGEST / 2);
    }

    @Test
    void estimates_shares_of_long_texts_from_samples() {
        // Given
        Random random = new Random(4);
        String text = RandomText.words(random, 4_000);
        String longer = text + RandomText.words(random, 4_000);
        // When
        Resemblance found = CopyJudge.judge(TextSketch.of("", text), TextSketch.of("", longer))
                .resemblance();
        // Then
        assertThat(found.share()).isEqualTo(1);
        assertThat(found.size()).isCloseTo(0.5, within(0.12));
    }

    @Test
    void counts_the_headline_only_where_the_body_says_nothing() {
        // Given
        String flash = "More follows shortly on this page.";
        // When
        TextSketch one = TextSketch.of("Ferry service between the islands is suspended until Friday", flash);
        TextSketch other = TextSketch.of("Airport of the capital reopens after the volcano calms down", flash);
        TextSketch bodies = TextSketch.of("Another headline", SampleText.ENGLISH.text());
        // Then
        assertThat(CopyJudge.judge(one, other).isCopy()).isFalse();
        assertThat(bodies).isEqualTo(TextSketch.of("", SampleText.ENGLISH.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\u0000", "Ok.", "one two three", "!!!", "2024"})
    void has_no_keys_for_a_text_without_substance(String text) {
        // When
        TextSketch sketch = TextSketch.of("", text);
        // Then
        assertThat(sketch.keys()).isEmpty();
        assertThat(TextSketch.ofBytes(sketch.toBytes())).isEqualTo(sketch);
    }

    @ParameterizedTest
    @EnumSource(SampleText.class)
    void shares_keys_with_its_copies(SampleText sample) {
        // Given
        TextSketch sketch = TextSketch.of("", sample.withDateline());
        String page = sample.firstHalf() + "\n\n" + sample.furniture();
        // When
        long[] half = TextSketch.of("", page).keys();
        long[] other =
                TextSketch.of("", TextCopies.inOtherTypography(sample.text())).keys();
        // Then
        assertThat(half).containsAnyOf(sketch.keys());
        assertThat(other).containsAnyOf(sketch.keys());
    }

    @Test
    void shares_no_keys_with_other_texts() {
        // When
        long distinct = SampleText.distinct().stream()
                .flatMapToLong(
                        sample -> LongStream.of(TextSketch.of("", sample.text()).keys()))
                .distinct()
                .count();
        // Then
        assertThat(distinct).isEqualTo(12L * SampleText.distinct().size());
    }

    @Test
    void refuses_what_is_no_sketch_of_this_version() {
        // Given
        byte[] sketch = TextSketch.of("", SampleText.ENGLISH.text()).toBytes();
        byte[] later = sketch.clone();
        later[0] = 9;
        byte[] unsorted = sketch.clone();
        unsorted[16] = (byte) 0xFF;
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSketch.ofBytes(later))
                .withMessageContaining("version 1")
                .withMessageContaining("version 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSketch.ofBytes(Arrays.copyOf(sketch, sketch.length - 1)))
                .withMessageContaining("got " + (sketch.length - 1) + " bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSketch.ofBytes(new byte[3]))
                .withMessageContaining("3 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> TextSketch.ofBytes(unsorted));
    }

    @Test
    void never_fails_on_any_text_or_bytes() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            String text = RandomText.noise(random, 400);
            // When
            TextSketch sketch = TextSketch.of(text, text);
            byte[] bytes = sketch.toBytes();
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            // Then
            assertThat(TextSketch.ofBytes(sketch.toBytes())).as("seed %d", seed).isEqualTo(sketch);
            assertThat(sketch.keys())
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(12)
                    .doesNotHaveDuplicates();
            assertThat(judgedOrRefused(sketch, bytes)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void takes_time_in_proportion_to_hostile_text() {
        // Given
        String same = "a ".repeat(400_000);
        String numbers = "1 2 ".repeat(200_000);
        String noEnd = "字".repeat(500_000);
        // When
        var sizes = Stream.of(same, numbers, noEnd)
                .map(text -> TextSketch.of("", text).toBytes().length)
                .toList();
        // Then
        assertThat(sizes).allMatch(size -> size <= TextSketch.LARGEST);
    }

    private static boolean judgedOrRefused(TextSketch sketch, byte[] bytes) {
        try {
            return CopyJudge.judge(sketch, TextSketch.ofBytes(bytes))
                            .resemblance()
                            .compared()
                    >= 0;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }
}
