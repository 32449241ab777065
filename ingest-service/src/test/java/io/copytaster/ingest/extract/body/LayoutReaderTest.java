package io.copytaster.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutReaderTest {

    @Test
    void parts_text_where_blocks_begin_and_end() {
        // When
        List<String> runs =
                texts("<div>one <b>two</b><p>three</p>four<span> five</span></div><ul><li>six<li>seven</ul>");

        // Then
        assertThat(runs).containsExactly("one two", "three", "four five", "six", "seven");
    }

    @Test
    void takes_one_break_for_a_line_and_two_for_a_paragraph() {
        // When
        List<String> runs = texts("<div>one<br>two<br> <br>three</div>");

        // Then
        assertThat(runs).containsExactly("one\ntwo", "three");
    }

    @Test
    void keeps_the_lines_of_preformatted_text() {
        // When
        List<String> runs = texts("<p>a\nb</p><pre>c\nd</pre><p>e\nf</p>");

        // Then
        assertThat(runs).containsExactly("a b", "c\nd", "e f");
    }

    @Test
    void collapses_white_space_and_drops_characters_without_width() {
        // When
        List<String> runs = texts("<p> a\u00a0 \t\n b\u00adc\u200bd </p>");

        // Then
        assertThat(runs).containsExactly("a bcd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<style>x</style>",
                "<nav>x</nav>",
                "<button>x</button>",
                "<div hidden>x</div>",
                "<div style='color:red; display : none'>x</div>",
                "<div aria-hidden=true>x</div>",
                "<div role=dialog>x</div>",
                "<!-- x -->",
                "<template><p>x</template>",
                "<noscript>x</noscript>"
            })
    void leaves_out_what_nobody_reads(String unseen) {
        // When
        List<String> runs = texts("<p>a</p>" + unseen + "<p>b</p>");

        // Then
        assertThat(runs).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<p>abcd</p>; 0",
                "<p><a href=x>abcd</a></p>; 4",
                "<p>ab<a href=x>cd</a></p>; 2",
                "<a href=x><p>ab</p></a>; 2"
            })
    void counts_the_letters_in_links(String html, int linked) {
        // When
        Run run = layout(html).runs().getFirst();

        // Then
        assertThat(run.linked()).isEqualTo(linked);
    }

    @Test
    void numbers_boxes_so_that_sums_fit() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("numbers_boxes_so_that_sums_fit: seed " + seed);
        Random random = new Random(seed);
        List<String> pieces =
                List.of("<div>", "</div>", "<p>", "</p>", "<ul><li>", "</ul>", "words ", "<a href=x>link</a>", "<br>");

        for (int round = 0; round < 200; round++) {
            StringBuilder html = new StringBuilder();
            random.ints(40, 0, pieces.size()).forEach(i -> html.append(pieces.get(i)));

            // When
            Layout layout = layout(html.toString());

            // Then
            for (Box box : layout.boxes()) {
                double letters = layout.runs().subList(box.firstRun(), box.endRun()).stream()
                        .mapToInt(Run::letters)
                        .sum();
                assertThat(layout.letters(box)).isEqualTo(letters);
                assertThat(layout.children(box)).allMatch(child -> box.holds(child) && child.parent() == box);
            }
            assertThat(layout.runs())
                    .allMatch(
                            run -> run.linked() <= run.letters() && !run.text().isBlank());
        }
    }

    private static List<String> texts(String html) {
        return layout(html).runs().stream().map(Run::text).toList();
    }

    private static Layout layout(String html) {
        return LayoutReader.read(Jsoup.parse(html).body());
    }
}
