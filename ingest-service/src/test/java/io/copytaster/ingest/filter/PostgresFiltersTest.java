package io.copytaster.ingest.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.IngestServer;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.filter.FilterDraft.Mode;
import io.copytaster.ingest.filter.FilterDraft.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresFiltersTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T13:00:00Z");
    /** Of a publisher that no other test has. */
    private static final String PUBLISHER = "Filters of a test";

    private static final Scope SCOPE = new Scope(null, PUBLISHER);

    private final IngestServer service = IngestServer.shared();
    private final PostgresFilters one = instance();
    private final PostgresFilters other = instance();

    @AfterEach
    void remove() {
        ours().forEach(filter -> one.remove(filter.id()));
    }

    @Test
    void keeps_a_filter_as_it_was_written() {
        // Given
        var draft = new FilterDraft(
                "«All» of it\n☂",
                new Scope("f_" + "a".repeat(26), PUBLISHER),
                Mode.SHADOW,
                new Criteria(List.of("fr", "zh-Hant"), List.of("Sport"), List.of("Wall Street", "股市", "'; drop")),
                new Criteria(List.of(), List.of("World"), List.of()));

        // When
        var added = one.add(draft, NOW);

        // Then
        assertThat(added).isEqualTo(new IntakeFilter(added.id(), 1, draft, NOW, 0, null));
        assertThat(other.find(added.id())).contains(added);
        assertThat(other.list()).contains(added);
    }

    @Test
    void a_filter_that_was_acknowledged_applies_at_once_on_every_instance() {
        // Given
        one.current();
        other.current();

        // When
        var added = one.add(draft("rain"), NOW);

        // Then
        assertThat(one.current()).isSameAs(one.current()).isNotSameAs(FilterSet.NONE);
        assertThat(knows(other, added)).isTrue();
        assertThat(knows(one, added)).isTrue();
    }

    @Test
    void a_filter_that_was_removed_applies_no_more() {
        // Given
        var added = one.add(draft("rain"), NOW);
        other.current();

        // When
        var removed = one.remove(added.id());

        // Then
        assertThat(removed).isTrue();
        assertThat(knows(other, added)).isFalse();
        assertThat(other.find(added.id())).isEmpty();
        assertThat(one.remove(added.id())).isFalse();
    }

    @Test
    void a_change_makes_the_next_version_and_counts_anew() {
        // Given
        var first = one.add(draft("rain"), NOW);
        one.count(List.of(ruling(first), ruling(first)), NOW);

        // When
        var second = other.change(first.id(), draft("snow"), LATER);

        // Then
        assertThat(second).contains(new IntakeFilter(first.id(), 2, draft("snow"), LATER, 0, null));
        assertThat(one.change(FilterId.next(), draft("snow"), LATER)).isEmpty();
    }

    @Test
    void counts_the_effects_of_the_version_that_had_them() {
        // Given
        var first = one.add(draft("rain"), NOW);
        var second = one.change(first.id(), draft("snow"), NOW).orElseThrow();

        // When
        one.count(List.of(ruling(first), ruling(second), ruling(second)), LATER);

        // Then
        assertThat(one.find(first.id()).orElseThrow())
                .extracting(IntakeFilter::effects, IntakeFilter::lastEffectAt)
                .containsExactly(2L, LATER);
    }

    @Test
    void counts_nothing_for_nothing_and_for_a_filter_that_is_no_more() {
        // Given
        var gone = one.add(draft("rain"), NOW);
        one.remove(gone.id());

        // When
        one.count(List.of(ruling(gone)), NOW);
        one.count(List.of(), NOW);

        // Then
        assertThat(one.find(gone.id())).isEmpty();
    }

    @Test
    void lists_the_oldest_first() {
        // Given
        var young = one.add(draft("young"), LATER);
        var old = one.add(draft("old"), NOW);

        // When
        var listed = ours();

        // Then
        assertThat(listed).containsExactly(old, young);
    }

    private PostgresFilters instance() {
        return new PostgresFilters(service.part(JdbcClient.class), service.part(TransactionTemplate.class));
    }

    private List<IntakeFilter> ours() {
        return one.list().stream()
                .filter(filter -> PUBLISHER.equals(filter.draft().scope().publisher()))
                .toList();
    }

    private static boolean knows(PostgresFilters filters, IntakeFilter filter) {
        var article = new Article(
                new Imprint(null, null, PUBLISHER, null, "en", null, null),
                new ArticleText("rain", ""),
                Provenance.LIVE);
        return filters.current().rulings(article, null).stream()
                .anyMatch(ruling -> ruling.filter().equals(filter.id()));
    }

    private static FilterDraft draft(String word) {
        return new FilterDraft(
                "n", SCOPE, Mode.ENFORCE, new Criteria(List.of(), List.of(), List.of(word)), Criteria.NONE);
    }

    private static FilterRuling ruling(IntakeFilter filter) {
        return new FilterRuling(filter.id(), filter.version(), "n", Mode.ENFORCE, "why");
    }
}
