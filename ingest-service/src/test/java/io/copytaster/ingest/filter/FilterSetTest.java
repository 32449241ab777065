package io.copytaster.ingest.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.FeedItem;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.TextSource;
import io.copytaster.ingest.filter.FilterDraft.Mode;
import io.copytaster.ingest.filter.FilterDraft.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterSetTest {

    private static final Scope ALL = new Scope(null, null);
    private static final String FEED = "f_" + "a".repeat(26);

    @ParameterizedTest
    @CsvSource({
        "fr, fr, true",
        "FR, fr-CA, true",
        "fr-ca, fr-CA, true",
        "fr-CA, fr, false",
        "fr, frr, false",
        "fr, en, false",
        "zh-Hant, zh-Hant-TW, true"
    })
    void a_language_means_its_regions_too(String wanted, String claimed, boolean refused) {
        // Given
        var article = article("Grève", "Elle est finie.", claimed);

        // When
        var rulings = refusing(languages(wanted)).rulings(article, null);

        // Then
        assertThat(rulings).hasSize(refused ? 1 : 0);
    }

    @Test
    void where_no_language_is_claimed_it_is_guessed() {
        // Given
        var french = article(
                "La grève est finie",
                "Les syndicats ont signé avec la direction, mais les trains ne roulent pas.",
                null);
        var german =
                article("Der Streik ist vorbei", "Die Züge fahren noch nicht, und das wird auch so bleiben.", null);

        // When
        var filters = refusing(languages("fr"));

        // Then
        assertThat(filters.rulings(french, null)).extracting(FilterRuling::why).containsExactly("language fr");
        assertThat(filters.rulings(german, null)).isEmpty();
    }

    @Test
    void an_article_without_text_has_no_language_that_a_filter_names() {
        assertThat(refusing(languages("fr", "en")).rulings(article("", "", null), null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sport", "SPORT", "sport", " sport ", "ｓｐｏｒｔ"})
    void sections_count_in_any_case(String section) {
        // When
        var rulings = refusing(new Criteria(List.of(), List.of(section), List.of()))
                .rulings(article("a", "b", "en"), item("World", "sPoRt"));

        // Then
        assertThat(rulings).hasSize(1);
    }

    @Test
    void a_section_is_the_whole_section() {
        // Given
        var filters = refusing(new Criteria(List.of(), List.of("sport"), List.of()));

        // When
        var rulings = filters.rulings(article("sport", "sport", "en"), item("Motorsport", "sport news"));

        // Then
        assertThat(rulings).isEmpty();
        assertThat(filters.rulings(article("a", "b", "en"), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "horoscope, Your HOROSCOPE today, true",
        "horoscope, Your horoscopes today, false",
        "scope, Your horoscope today, false",
        "greve, La Grève est finie, true",
        "GRÈVE, la greve est finie, true",
        "straße, Die STRASSE ist frei, true",
        "Wall Street, on Wall Street today, true",
        "Wall Street, on Wall  Street today, true",
        "wall  street, on Wall Street today, true",
        "Wall Street, on Wall Streets today, false",
        "Wall Street, a wall on a street, false",
        "l'eau, l’eau est chaude, true",
        "C++, learn C++ today, true",
        "5G, the 5G net, true",
        "5, the 15 nets, false",
        "москва, В МОСКВА идёт дождь, true",
        "москв, В МОСКВА идёт дождь, false",
        "क, यह किताब है, false",
        "किताब, यह किताब है, true",
        "தமிழ், தமிழ் மொழி, true",
        "தமி, தமிழ் மொழி, false",
        "كتاب, هذا كِتاب جديد, true",
        "cote d'ivoire, Côte d'Ivoire, true"
    })
    void words_are_folded_whole_words_and_phrases(String word, String text, boolean refused) {
        // When
        var rulings = refusing(words(word)).rulings(article("Title", text, "en"), null);

        // Then
        assertThat(rulings).hasSize(refused ? 1 : 0);
    }

    @Test
    void words_are_found_in_han_text_which_has_no_spaces() {
        // Given
        var article = article("中国经济", "北京今天下雨，股市上涨。", "zh");

        // When
        var rulings = refusing(words("股市")).rulings(article, null);

        // Then
        assertThat(rulings).extracting(FilterRuling::why).containsExactly("word «股市»");
        assertThat(refusing(words("天气")).rulings(article, null)).isEmpty();
    }

    @Test
    void a_phrase_goes_on_in_the_next_line() {
        assertThat(refusing(words("breaking news")).rulings(article("a", "It is breaking\n\nnews.", "en"), null))
                .hasSize(1);
    }

    @Test
    void words_are_found_at_both_ends_of_headline_and_body() {
        // Given
        var article = article("alpha beta", "gamma delta", "en");

        // When
        var filters = List.of("alpha", "beta", "gamma", "delta");

        // Then
        assertThat(filters)
                .allMatch(word -> refusing(words(word)).rulings(article, null).size() == 1);
    }

    @Test
    void a_million_letters_that_nearly_match_are_no_trouble() {
        // Given
        var article = article("a", "a".repeat(1_000_000), "en");

        // When
        var rulings = refusing(words("a".repeat(199) + "b", "aa")).rulings(article, null);

        // Then
        assertThat(rulings).isEmpty();
    }

    @Test
    void keeps_only_what_has_something_in_common() {
        // Given
        var filters = filters(new FilterDraft(
                "n",
                ALL,
                Mode.ENFORCE,
                Criteria.NONE,
                new Criteria(List.of("fr"), List.of("world"), List.of("strike"))));

        // When
        var neither = filters.rulings(article("Rain", "It rains.", "en"), item("sport"));

        // Then
        assertThat(neither).extracting(FilterRuling::why).containsExactly("nothing of what it keeps");
        assertThat(filters.rulings(article("Pluie", "Il pleut.", "fr"), null)).isEmpty();
        assertThat(filters.rulings(article("Rain", "It rains.", "en"), item("World")))
                .isEmpty();
        assertThat(filters.rulings(article("Strike", "It rains.", "en"), null)).isEmpty();
    }

    @Test
    void what_is_refused_is_refused_though_it_would_be_kept() {
        // Given
        var filters = filters(new FilterDraft("n", ALL, Mode.ENFORCE, words("horoscope"), languages("fr")));

        // When
        var rulings = filters.rulings(article("Horoscope", "Il pleut.", "fr"), null);

        // Then
        assertThat(rulings).extracting(FilterRuling::why).containsExactly("word «horoscope»");
    }

    @Test
    void a_filter_in_shadow_only_counts() {
        // Given
        var shadow = new FilterDraft("shadow", ALL, Mode.SHADOW, words("rain"), Criteria.NONE);
        var real = new FilterDraft("real", ALL, Mode.ENFORCE, words("rain"), Criteria.NONE);

        // When
        var rulings = filters(shadow, real, real, shadow).rulings(article("Rain", "", "en"), null);

        // Then
        assertThat(rulings).extracting(FilterRuling::refuses).containsExactly(false, true, false);
        assertThat(rulings.get(1).sentence()).contains(" version 1 «real»: word «rain»");
    }

    @Test
    void a_filter_of_a_feed_looks_at_that_feed_only() {
        // Given
        var filters = filters(new FilterDraft("n", new Scope(FEED, null), Mode.ENFORCE, words("rain"), Criteria.NONE));

        // When
        var posted = filters.rulings(article("Rain", "", "en"), null);

        // Then
        assertThat(posted).isEmpty();
        assertThat(filters.rulings(ofFeed(FEED), null)).hasSize(1);
        assertThat(filters.rulings(ofFeed("f_" + "b".repeat(26)), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"La Gazette, true", "LA GAZETTE, true", "gazette, false"})
    void a_filter_of_a_publisher_knows_it_in_any_case(String publisher, boolean refused) {
        // When
        var rulings = filters(
                        new FilterDraft("n", new Scope(null, publisher), Mode.ENFORCE, words("rain"), Criteria.NONE))
                .rulings(article("Rain", "", "en"), null);

        // Then
        assertThat(rulings).hasSize(refused ? 1 : 0);
    }

    @Test
    void no_filters_say_nothing() {
        assertThat(FilterSet.NONE.rulings(article("Rain", "", "en"), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "\u0301", "a\0b"})
    void refuses_words_that_would_match_everything_or_cannot_be_kept(String word) {
        assertThatThrownBy(() -> words(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words");
    }

    @Test
    void refuses_what_is_too_much_and_what_is_nothing() {
        var tooMany = Collections.nCopies(1001, "a");
        assertThatThrownBy(() -> new Criteria(List.of(), tooMany, List.of()))
                .hasMessage("expected at most 1000 sections, got 1001");
        assertThatThrownBy(() -> words("a".repeat(201))).hasMessageContaining("got 201");
        assertThatThrownBy(() -> new Criteria(Arrays.asList("fr", null), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("languages, got null");
    }

    @Test
    void a_filter_needs_a_name_and_something_to_look_for() {
        assertThatThrownBy(() -> new FilterDraft(" ", ALL, Mode.ENFORCE, words("a"), Criteria.NONE))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new FilterDraft("n".repeat(201), ALL, Mode.ENFORCE, words("a"), Criteria.NONE))
                .hasMessageContaining("name, got 201");
        assertThatThrownBy(() -> new FilterDraft("a\0", ALL, Mode.ENFORCE, words("a"), Criteria.NONE))
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> new FilterDraft("n", ALL, Mode.ENFORCE, Criteria.NONE, Criteria.NONE))
                .hasMessageContaining("refuse or keepOnly");
    }

    @Test
    void a_scope_names_something_or_nothing() {
        assertThatThrownBy(() -> new Scope(" ", null)).hasMessageContaining("feedId");
        assertThatThrownBy(() -> new Scope(null, "")).hasMessageContaining("publisher");
        assertThatThrownBy(() -> new Scope(null, "p".repeat(201))).hasMessageContaining("publisher, got 201");
    }

    private static FilterSet refusing(Criteria criteria) {
        return filters(new FilterDraft("n", ALL, Mode.ENFORCE, criteria, Criteria.NONE));
    }

    private static FilterSet filters(FilterDraft... drafts) {
        return new FilterSet(Arrays.stream(drafts)
                .map(draft -> new IntakeFilter(FilterId.next(), 1, draft, Instant.EPOCH, 0, null))
                .toList());
    }

    private static Criteria words(String... words) {
        return new Criteria(List.of(), List.of(), List.of(words));
    }

    private static Criteria languages(String... tags) {
        return new Criteria(List.of(tags), List.of(), List.of());
    }

    private static Article article(String headline, String body, @Nullable String language) {
        return article(headline, body, language, Provenance.LIVE);
    }

    private static Article ofFeed(String feedId) {
        return article("Rain", "", "en", new Provenance(Origin.LIVE, TextSource.FEED, feedId));
    }

    private static Article article(String headline, String body, @Nullable String language, Provenance provenance) {
        return new Article(
                new Imprint(null, null, "La Gazette", null, language, null, null),
                new ArticleText(headline, body),
                provenance);
    }

    private static FeedItem item(String... sections) {
        return new FeedItem(FEED, "key", FeedItem.Addressing.OWN, null, List.of(sections), null);
    }
}
