package io.copytaster.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlReaderTest {

    private static final XmlBounds BOUNDS = new XmlBounds(50, 1000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a>x</a>|x",
                "<a>x &amp; y</a>|x & y",
                "<a>x & y</a>|x & y",
                "<a>1 &lt; 2 < 3</a>|1 < 2 < 3",
                "<a>&eacute;&#233;&#xE9;</a>|ééé",
                "<a>&#146;</a>|’",
                "<a>&unknown; &copy=1</a>|&unknown; &copy=1",
                "<a>a&#0;b&#11;c</a>|abc",
                "<a>&#x110000;&#xD800;</a>|\ufffd\ufffd",
                "<a><![CDATA[<b>&amp;]]></a>|<b>&amp;",
                "<a>x<![CDATA[y]]>z</a>|xyz",
                "<a>x<!-- y -->z</a>|xz",
                "<a>x<!-- y -- w -->z</a>|xz",
                "<a>x<?php y ?>z</a>|xz",
                "<a><![CDATA[cut</a>|cut",
                "<A>case</a>|case",
                "<a>no end|no end",
                "<!DOCTYPE a [<!ENTITY e 'x'> <!ELEMENT a ANY> ]><a>&e;</a>|&e;",
                "<a>3 <3 4</a>|3 <3 4"
            })
    void reads_the_text_of_an_element(String xml, String text) {
        // When
        var document = reader().read(xml);

        // Then
        assertThat(document.top())
                .singleElement()
                .extracting(XmlElement::ownText)
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a b='1'/>|1",
                "<a b=\"1\"/>|1",
                "<a b=1>|1",
                "<a b=1/>|1",
                "<a b='1' b='2'/>|1",
                "<a B='1'/>|1",
                "<a x:b='1'/>|1",
                "<a b='x&amp;y=z&w'/>|x&y=z&w",
                "<a b = '1' c/>|1",
                "<a \"b='1'/>|1"
            })
    void reads_an_attribute_however_it_is_quoted(String xml, String value) {
        // When
        var document = reader().read(xml);

        // Then
        assertThat(document.top().getFirst().attribute("b")).contains(value);
    }

    @Test
    void a_well_formed_document_has_no_flaws() {
        // When
        var document = reader().read("<?xml version='1.0'?>\n<a><b c='d'>e</b><f/></a>\n<!-- end -->");

        // Then
        assertThat(document.flaws()).isEmpty();
        assertThat(document.cut()).isFalse();
    }

    @Test
    void an_end_tag_closes_what_is_open_inside_its_element() {
        // When
        var document = reader().read("<a><b>x<br>y<i>z</b><c>w</c></a>");

        // Then
        assertThat(document.top().getFirst().elements().map(XmlElement::local)).containsExactly("b", "c");
        assertThat(document.flaws()).containsExactly(XmlFlaw.NESTING);
    }

    @Test
    void the_next_of_what_is_never_nested_closes_the_one_before_where_tags_are_missing() {
        // When
        var document = reader().read("<a><item>1<item>2</item></a>");

        // Then
        assertThat(document.top().getFirst().elements().map(XmlElement::ownText))
                .containsExactly("1", "2");
    }

    @Test
    void the_next_of_what_holds_text_only_closes_the_one_before_where_tags_are_missing() {
        // When
        var document = reader().read("<a><title>1</titel><link>2</link><b><link>3</link></b></a>");

        // Then
        assertThat(document.top().getFirst().elements().map(XmlElement::ownText))
                .containsExactly("1", "2", "");
    }

    @Test
    void a_missing_quote_costs_one_attribute() {
        // When
        var document = reader().read("<a><b c=\"1 d='2'/><e f=\"3\"/></a>");

        // Then
        assertThat(document.top().getFirst().elements().map(XmlElement::attributes))
                .containsExactly(Map.of("c", "1", "d", "2"), Map.of("f", "3"));
    }

    @Test
    void what_is_nested_properly_stays_nested() {
        // When
        var document = reader().read("<a><item>1<item>2</item></item></a>");

        // Then
        assertThat(document.top().getFirst().elements()).hasSize(1);
    }

    @Test
    void a_prefix_means_what_the_nearest_declaration_says() {
        // When
        var document = reader().read("<a xmlns='urn:1' xmlns:p='urn:2'><p:b xmlns:p='urn:3'/><p:b/><b/><q:b/></a>");

        // Then
        assertThat(document.top()
                        .getFirst()
                        .elements()
                        .map(element -> element.name().namespace()))
                .containsExactly("urn:3", "urn:2", "urn:1", "");
    }

    @Test
    void tags_beyond_the_depth_are_left_out_and_their_text_is_kept() {
        // When
        var document = reader().read("<a>".repeat(1000 - 1) + "x" + "</a>".repeat(1000 - 1) + "<b/>");

        // Then
        assertThat(document.flaws()).containsExactly(XmlFlaw.TOO_DEEP);
        assertThat(document.first(element -> element.ownText().equals("x"))).isPresent();
        assertThat(document.top()).extracting(XmlElement::local).containsExactly("a", "b");
    }

    @Test
    void a_document_with_too_many_elements_is_cut() {
        // When
        var document = reader().read("<a>" + "<b/>".repeat(2000) + "</a>");

        // Then
        assertThat(document.cut()).isTrue();
    }

    @Test
    void reads_any_text_within_its_bounds() {
        var random = new SplittableRandom(99);
        var pieces = new String[] {
            "<",
            ">",
            "</",
            "/>",
            "a",
            "item",
            " ",
            "=",
            "'",
            "\"",
            "&",
            ";",
            "#",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<!D",
            "[",
            "]",
            "xmlns",
            ":",
            "\0",
            "\ud800",
            "é",
            "<a>",
            "</a>",
            "<item>"
        };
        for (int i = 0; i < 5000; i++) {
            // Given
            var text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            // When
            var document = reader().read(text.toString());

            // Then
            assertThat(document.first(element -> element.ownText().indexOf(0) >= 0))
                    .as("seed 99: %s", text)
                    .isEmpty();
        }
    }

    private static XmlReader reader() {
        return new XmlReader(BOUNDS, Set.of("item"), Set.of("title", "link"));
    }
}
