package io.copytaster.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.extract.body.BodyFinder.Clues;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFinderTest {

    private static final String FIRST =
            "The mill at Combe Ash will grind flour again after forty silent years, its owners said.";
    private static final String SECOND =
            "Two new stones were cut in the quarry above the village and hauled down by oxen in May.";
    private static final String THIRD =
            "Visitors may watch the wheel turn on Sundays, provided that the river carries enough water.";
    private static final String ARTICLE = "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
    private static final String TEXT = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=comments><p>What a fine thing to see it turning after all this time, well done to"
                        + " all.</p></div>",
                "<aside><p>Our paper depends on its readers, and a gift of any size helps us to go on"
                        + " printing.</p></aside>",
                "<footer><p>Printed in Combe Ash by the brothers Tolland since the year of the great"
                        + " flood.</p></footer>",
                "<ul><li><a href=/1>Another story about a mill</a></li><li><a href=/2>A story about a"
                        + " barn</a></li></ul>",
                "<p>Advertisement</p>",
                "<p>Read more: <a href=/x>How flour is made</a></p>",
                "<p>Lesen Sie auch: <a href=/x>Wie Mehl entsteht</a></p>",
                "<figure><figcaption>The wheel before it was repaired, seen from the bridge in the"
                        + " spring.</figcaption></figure>",
                "<p>***</p>",
                "<div class=social-share><a href=/f>One</a> <a href=/t>Two</a></div>",
                "<div style='display:none'><p>This sentence is hidden from everyone who reads the page in a"
                        + " browser.</p></div>"
            })
    void leaves_out_what_stands_beside_the_article(String furniture) {
        // When
        String text = find("<article><h1>The mill</h1>" + ARTICLE + furniture + "</article>");

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void leaves_out_headline_byline_and_date_before_the_first_paragraph() {
        // When
        String text = find(
                "<div><p>The mill grinds again</p><p>By Tom Tolland</p><p>May 5, 2026 10:30</p>" + ARTICLE + "</div>",
                new Clues("The mill grinds again", ""));

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void leaves_out_teasers_that_outweigh_the_article() {
        // Given
        StringBuilder teasers = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            teasers.append("<div><h3><a href=/")
                    .append(i)
                    .append(">Another headline of the day here</a></h3><p>Somebody said")
                    .append(" something about number ")
                    .append(i)
                    .append(" that is worth a click to those who like it.</p></div>");
        }

        // When
        String text = find("<div><div class=x>" + ARTICLE + "</div><div>" + teasers + "</div></div>");

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void finds_the_lead_that_stands_in_a_box_of_its_own() {
        // Given
        String lead = FIRST + " It had stood still since the war.";

        // When
        String text = find(
                "<div><h1>The mill</h1><div class=summary>" + lead + "</div><div class=share><a href=/>Share</a></div>"
                        + "<div class=article-body><p>" + SECOND + "</p><p>" + THIRD + "</p><p>"
                        + SECOND.replace("Two", "Three")
                        + "</p><p>" + THIRD.replace("Visitors", "Children") + "</p></div></div>");

        // Then
        assertThat(text).startsWith(lead + "\n\n" + SECOND);
    }

    @Test
    void goes_after_the_name_of_the_body_where_comments_are_longer() {
        // Given
        String comments = "<div class=comment><p>"
                + "I remember how my grandmother carried the sacks up the hill each week. ".repeat(8) + "</p></div>";

        // When
        String text = find("<div><div class=article-body>" + ARTICLE + ARTICLE.replace("The mill", "That mill")
                + "</div>" + comments.repeat(5) + "</div>");

        // Then
        assertThat(text).startsWith(TEXT).doesNotContain("grandmother");
    }

    @Test
    void does_not_believe_a_name_that_would_drop_nearly_everything() {
        // When
        String text = find("<div class=sidebar-layout><div class=widget>" + ARTICLE + "</div></div>");

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void keeps_a_paragraph_that_is_full_of_links() {
        // Given
        String linked = "<p><a href=/a>The owners of the mill and their friends</a> thanked last week, in public, <a"
                + " href=/b>the county council</a>.</p>";

        // When
        String text = find("<article>" + ARTICLE + linked + ARTICLE.replace("mill", "wheel") + "</article>");

        // Then
        assertThat(text).contains("in public, the county council.");
    }

    @Test
    void ends_the_article_before_a_section_of_related_pages() {
        // When
        String text = find("<article>" + ARTICLE.repeat(3)
                + "<h2>Related stories</h2><p>A barn burned.</p><p>A cow won.</p></article>");

        // Then
        assertThat(text).endsWith(THIRD).doesNotContain("barn");
    }

    @Test
    void keeps_an_excerpt_that_is_stated_from_replacing_the_text() {
        // Given
        String excerpt = (FIRST + " " + SECOND + " " + THIRD + " ").repeat(2);

        // When
        String text =
                find("<article>" + ARTICLE + ARTICLE.replace("mill", "wheel") + "</article>", new Clues("", excerpt));

        // Then
        assertThat(text).startsWith(TEXT).contains("The wheel at Combe Ash");
    }

    private static String find(String body) {
        return find(body, new Clues("", ""));
    }

    private static String find(String body, Clues clues) {
        String page = "<html><body><ul><li><a href=/>Front page</a></li></ul>" + body + "</body></html>";
        return new BodyFinder().find(Jsoup.parse(page), clues).orElse("");
    }
}
