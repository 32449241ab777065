package io.copytaster.ingest.copy;

import static io.copytaster.ingest.copy.CopyVerdict.Ruling.EXTRACT;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.OTHER_FACTS;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.OTHER_OPENING;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.OTHER_TEXT;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.REPRINT;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.SAME_WORDS;
import static io.copytaster.ingest.copy.CopyVerdict.Ruling.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CopyJudgeTest {

    @ParameterizedTest
    @EnumSource(SampleText.class)
    void takes_a_text_with_another_headline_for_the_same_words(SampleText sample) {
        // When
        CopyVerdict verdict = CopyJudge.judge(
                TextSketch.of("Une première version", sample.text()), TextSketch.of("Latest news", sample.text()));
        // Then
        assertThat(verdict.ruling()).isEqualTo(SAME_WORDS);
        assertThat(verdict.isCopy()).isTrue();
        assertThat(verdict.resemblance().share()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SampleText.class)
    void takes_other_typography_for_a_copy(SampleText sample) {
        // Given
        String other = TextCopies.inOtherTypography(sample.text());
        // When
        CopyVerdict verdict = judge(sample.text(), other);
        // Then
        assertThat(verdict.isCopy()).isTrue();
        assertThat(verdict.resemblance().share()).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_another_dateline_for_a_copy(SampleText sample) {
        // When
        CopyVerdict verdict = judge(sample.text(), sample.withDateline());
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_other_paragraph_breaks_for_a_copy(SampleText sample) {
        // When
        CopyVerdict verdict = judge(sample.text(), sample.withOtherBreaks());
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_the_first_half_for_a_copy(SampleText sample) {
        // When
        CopyVerdict verdict = judge(sample.withDateline(), sample.firstHalf());
        // Then
        assertThat(verdict.ruling()).isEqualTo(REPRINT);
        assertThat(verdict.resemblance().size()).isCloseTo(0.5, within(0.2));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_a_trimmed_text_for_a_copy(SampleText sample) {
        // When
        CopyVerdict verdict = judge(sample.trimmed(), sample.text());
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_a_text_within_page_furniture_for_a_copy(SampleText sample) {
        // Given
        String page = sample.withDateline() + "\n\n" + sample.furniture();
        // When
        CopyVerdict verdict = judge(page, sample.firstHalf());
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_a_text_with_a_foreign_paragraph_for_a_copy(SampleText sample) {
        // Given
        SampleText foreign = sample == SampleText.FRENCH ? SampleText.ENGLISH : SampleText.FRENCH;
        // When
        CopyVerdict verdict = judge(sample.text(), sample.interleavedWith(foreign));
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takes_a_corrected_text_for_a_copy(SampleText sample) {
        // Given
        String corrected = TextCopies.corrected(sample.text());
        // When
        CopyVerdict verdict = judge(sample.text(), corrected);
        // Then
        assertThat(verdict.ruling()).isEqualTo(REPRINT);
        assertThat(verdict.resemblance().changed()).isBetween(0.001, 0.05);
    }

    @ParameterizedTest
    @EnumSource(TemplateText.class)
    void tells_reports_from_one_template_with_other_facts_apart(TemplateText template) {
        // When
        CopyVerdict verdict = judge(template.text(), template.withOtherFacts());
        // Then
        assertThat(verdict.isCopy()).isFalse();
        assertThat(verdict.resemblance().changed()).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @EnumSource(TemplateText.class)
    void takes_a_reprint_of_a_report_from_a_template_for_a_copy(TemplateText template) {
        // When
        CopyVerdict verdict = judge(template.text(), "(Update) " + template.text());
        // Then
        assertThat(verdict.isCopy()).isTrue();
    }

    @Test
    void rules_on_other_facts_where_most_of_a_long_template_is_the_same() {
        // Given
        String rest =
                " The office reminds residents that water must be boiled before use. Bottles are handed out at the"
                        + " town hall.";
        String one = TemplateText.ENGLISH.text() + rest;
        String other = TemplateText.ENGLISH.withOtherFacts() + rest;
        // When
        CopyVerdict verdict = judge(one, other);
        // Then
        assertThat(verdict.ruling()).isEqualTo(OTHER_FACTS);
    }

    @Test
    void tells_texts_apart_in_which_only_the_names_differ() {
        // Given
        String one =
                "The board of Lindqvist Paper has appointed Maria Holm as chief executive. Holm joins from Varga Mills,"
                        + " where she led the packaging division. She succeeds Peter Lang, who retires in the summer.";
        String other = one.replace("Lindqvist Paper", "Orion Glass")
                .replace("Maria Holm", "Judit Kovac")
                .replace("Holm", "Kovac")
                .replace("Varga Mills", "Delta Foods")
                .replace("Peter Lang", "Amir Haddad");
        // When
        CopyVerdict verdict = judge(one, other);
        // Then
        assertThat(verdict.isCopy()).isFalse();
    }

    @Test
    void tells_reports_of_one_event_in_other_words_apart() {
        // When
        var verdicts = List.of(
                judge(SampleText.FRENCH.text(), SampleText.FRENCH_OTHER_WORDS.text()),
                judge(SampleText.ENGLISH.text(), SampleText.ENGLISH_OTHER_WORDS.text()));
        // Then
        assertThat(verdicts).extracting(CopyVerdict::ruling).containsOnly(OTHER_TEXT);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tells_texts_apart_that_share_a_background_paragraph(SampleText sample) {
        // Given
        String background = sample.text().substring(sample.text().lastIndexOf("\n\n"));
        String one = SampleText.FRENCH_OTHER_WORDS.firstHalf() + background;
        String other = SampleText.ENGLISH_OTHER_WORDS.firstHalf() + background;
        // When
        CopyVerdict verdict = judge(one, other);
        // Then
        assertThat(verdict.isCopy()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tells_short_texts_apart_that_share_the_furniture_of_their_page(SampleText sample) {
        // Given
        List<String> sentences = sample.sentences();
        String one = sentences.getFirst() + "\n\n" + sample.furniture();
        String other = sentences.getLast() + "\n\n" + sample.furniture();
        // When
        CopyVerdict verdict = judge(one, other);
        // Then
        assertThat(verdict.isCopy()).isFalse();
    }

    @Test
    void rules_on_an_own_opening_where_most_of_two_texts_is_shared() {
        // Given
        String one = SampleText.ENGLISH.sentences().getFirst() + "\n\n" + SampleText.ENGLISH.furniture();
        String other = SampleText.ENGLISH.sentences().getLast() + "\n\n" + SampleText.ENGLISH.furniture();
        // When
        CopyVerdict verdict = judge(one, other);
        // Then
        assertThat(verdict.ruling()).isEqualTo(OTHER_OPENING);
    }

    @Test
    void tells_a_digest_from_the_articles_that_it_quotes() {
        // Given
        String digest = String.join(
                "\n\n",
                SampleText.ENGLISH.sentences().getFirst(),
                SampleText.FRENCH.sentences().getFirst(),
                SampleText.RUSSIAN.sentences().getFirst(),
                SampleText.ARABIC.sentences().getFirst());
        // When
        var verdicts = Stream.of(SampleText.ENGLISH, SampleText.FRENCH, SampleText.RUSSIAN, SampleText.ARABIC)
                .map(sample -> judge(sample.text(), digest));
        // Then
        assertThat(verdicts).noneMatch(CopyVerdict::isCopy);
    }

    @Test
    void tells_a_quoted_sentence_from_the_text_that_quotes_it() {
        // Given
        String quoted = String.join(" ", SampleText.ENGLISH.sentences().subList(5, 7));
        String quoting = SampleText.FRENCH.text() + "\n\n" + quoted;
        // When
        CopyVerdict verdict = judge(quoting, quoted);
        // Then
        assertThat(verdict.ruling()).isIn(EXTRACT, OTHER_OPENING);
    }

    @Test
    void tells_translations_apart() {
        // When
        var verdicts = SampleText.distinct().stream()
                .flatMap(one -> SampleText.distinct().stream()
                        .filter(other -> other != one)
                        .map(other -> judge(one.text(), other.text())));
        // Then
        assertThat(verdicts).extracting(CopyVerdict::ruling).containsOnly(OTHER_TEXT);
    }

    @Test
    void does_not_rule_on_a_few_words() {
        // When
        var verdicts = List.of(judge("More follows.", "More follows shortly."), judge("", ""), judge("", "x y z"));
        // Then
        assertThat(verdicts).extracting(CopyVerdict::ruling).containsOnly(TOO_SHORT);
    }

    @Test
    void holds_short_texts_to_a_nearly_complete_agreement() {
        // Given
        String flash = "Shares of Brennock Power were suspended on Tuesday ahead of an announcement about its dam.";
        // When
        CopyVerdict part =
                judge(flash, flash + " The company will speak to reporters at noon in Easton, a source said.");
        CopyVerdict same = judge(flash, "FLASH - " + flash);
        // Then
        assertThat(part.isCopy()).isFalse();
        assertThat(same.isCopy()).isTrue();
    }

    @Test
    void is_symmetric_whatever_the_texts() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        for (int i = 0; i < 500; i++) {
            TextSketch one = sketch(RandomText.mixed(random));
            TextSketch other = sketch(RandomText.mixed(random));
            // When
            CopyVerdict verdict = CopyJudge.judge(one, other);
            // Then
            assertThat(CopyJudge.judge(other, one)).as("seed %d", seed).isEqualTo(verdict);
            Resemblance found = verdict.resemblance();
            assertThat(List.of(
                            found.share(),
                            found.opening().smaller(),
                            found.opening().larger(),
                            found.size()))
                    .as("seed %d", seed)
                    .allMatch(part -> part >= 0 && part <= 1);
            assertThat(CopyJudge.judge(one, one).resemblance().changed()).isZero();
        }
    }

    @Test
    void finds_every_text_again_after_another_number_only_if_it_is_a_correction() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        for (TemplateText template : TemplateText.values()) {
            // When
            CopyVerdict verdict = judge(template.text(), TextCopies.withOtherNumbers(template.text(), random));
            // Then
            assertThat(verdict.ruling()).as("seed %d, %s", seed, template).isEqualTo(OTHER_FACTS);
        }
    }

    static List<SampleText> samples() {
        return SampleText.distinct();
    }

    private static CopyVerdict judge(String one, String other) {
        return CopyJudge.judge(sketch(one), sketch(other));
    }

    private static TextSketch sketch(String text) {
        return TextSketch.of("", text);
    }
}
