package io.copytaster.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.ContentHash;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.ArticleText;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final ArticleId ARTICLE = ArticleId.ofUrl("https://gazette.example/a");
    private static final ArticleId FOUNDER = ArticleId.ofUrl("https://agency.example/a");
    private static final ContentHash ONE = ContentHash.of("Un", "");
    private static final ContentHash TWO = ContentHash.of("Deux", "");
    private static final ArticleText ONE_TEXT = new ArticleText("Un", "");
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void the_first_text_is_the_first_revision() {
        // When
        var verdict = Verdict.on(ARTICLE, null, FOUNDER, Wording.of(ONE_TEXT), AT);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Fresh.class);
        assertThat(verdict.revision())
                .returns(RevisionId.of(ARTICLE, null, ONE), Revision::id)
                .returns(1, Revision::number)
                .returns(Change.NEW, Revision::change)
                .returns(FOUNDER, Revision::copyGroup);
    }

    @Test
    void the_latest_text_again_is_a_duplicate() {
        // Given
        var first = Revision.first(ARTICLE, ONE, AT);

        // When
        var verdict = Verdict.on(ARTICLE, first, FOUNDER, Wording.of(ONE_TEXT), AT);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Duplicate(first));
    }

    @Test
    void a_text_that_returns_to_an_older_wording_is_a_new_revision() {
        // Given
        var second = Revision.first(ARTICLE, ONE, AT).revised(TWO, AT);

        // When
        var verdict = Verdict.on(ARTICLE, second, FOUNDER, Wording.of(ONE_TEXT), AT);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Fresh.class);
        assertThat(verdict.revision())
                .returns(RevisionId.of(ARTICLE, second.id(), ONE), Revision::id)
                .returns(3, Revision::number)
                .returns(Change.REVISED, Revision::change);
    }

    @Test
    void a_withdrawn_article_may_come_back_with_the_same_text() {
        // Given
        var withdrawn = Revision.first(ARTICLE, ONE, AT).withdrawn(AT);

        // When
        var verdict = Verdict.on(ARTICLE, withdrawn, FOUNDER, Wording.of(ONE_TEXT), AT);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Fresh.class);
        assertThat(verdict.revision().number()).isEqualTo(3);
    }

    @Test
    void a_revision_says_what_it_changes() {
        // Given
        var first = Revision.first(ARTICLE, ONE, AT).printed(TextPrint.of(ONE_TEXT));

        // When
        var verdict = Verdict.on(ARTICLE, first, FOUNDER, Wording.of(new ArticleText("Deux", "Une phrase.")), AT);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Fresh.class,
                        fresh -> assertThat(fresh.difference()).isEqualTo(new Difference(true, 1, 0, 0, 0, 0, 11)));
    }

    @Test
    void a_revision_says_nothing_about_a_text_of_which_no_fingerprint_was_kept() {
        // When
        var verdict = Verdict.on(ARTICLE, Revision.first(ARTICLE, TWO, AT), FOUNDER, Wording.of(ONE_TEXT), AT);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Fresh.class,
                        fresh -> assertThat(fresh.difference()).isNull());
    }
}
