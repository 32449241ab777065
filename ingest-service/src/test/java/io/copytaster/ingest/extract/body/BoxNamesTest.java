package io.copytaster.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.extract.body.BoxNames.Trait;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxNamesTest {

    @ParameterizedTest
    @CsvSource({
        "article-body, BODY",
        "articleBody, BODY",
        "c-article__body js-x, BODY",
        "entry-content, BODY",
        "comments, MARGIN",
        "post__comments-list, MARGIN",
        "relatedArticles, MARGIN",
        "newsletter-signup, MARGIN",
        "comment-text, MARGIN",
        "photo-caption, LABEL",
        "pubdate, LABEL"
    })
    void reads_what_a_name_says(String name, Trait trait) {
        // When
        Set<Trait> traits = BoxNames.bundled().traits(new Element("div").attr("class", name));

        // Then
        assertThat(traits).containsExactly(trait);
    }

    @ParameterizedTest
    @CsvSource({"row", "container", "header", "download", "shadow", "uncommented", "x1y2", "''"})
    void says_nothing_about_other_names(String name) {
        // When
        Set<Trait> traits = BoxNames.bundled().traits(new Element("div").attr("class", name));

        // Then
        assertThat(traits).isEmpty();
    }

    @Test
    void takes_an_id_made_of_a_headline_for_no_name() {
        // When
        Set<Trait> traits = BoxNames.bundled().traits(new Element("h2").attr("id", "sharing-the-cost-of-rain"));

        // Then
        assertThat(traits).isEmpty();
    }

    @Test
    void takes_names_apart_at_humps_and_marks() {
        // When
        List<String> words = BoxNames.words("articleBody--x2_ABCd");

        // Then
        assertThat(words).containsExactly("article", "body", "x", "abcd");
    }

    @Test
    void sees_several_things_in_several_names() {
        // When
        Set<Trait> traits = BoxNames.bundled().traits(new Element("div").attr("class", "article-body share-target"));

        // Then
        assertThat(traits).containsExactlyInAnyOrder(Trait.BODY, Trait.MARGIN);
    }
}
