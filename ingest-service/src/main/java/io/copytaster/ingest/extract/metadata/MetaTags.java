package io.copytaster.ingest.extract.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The meta tags of a page by name: the first of each name, properties before names. Dublin Core terms begin with {@code dc.}.
 *
 * @param values names in lower case, values tidy
 */
record MetaTags(Map<String, String> values) {

    private static final int MOST_TAGS = 1_000;
    private static final int LONGEST_VALUE = 2_000;
    /** Dublin Core is written with a colon and with a dot. */
    private static final Pattern DUBLIN_CORE = Pattern.compile("^(dc|dcterms?)[:.]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b]+");
    private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

    MetaTags {
        values = Map.copyOf(values);
    }

    static MetaTags of(Document page) {
        Map<String, String> values = new HashMap<>();
        List<Element> tags =
                page.select("meta[content]").stream().limit(MOST_TAGS).toList();
        NAMES.forEach(attribute -> tags.forEach(tag -> add(tag, attribute, values)));
        return new MetaTags(values);
    }

    /** The values of these names that there are, in this order. */
    Stream<String> all(String... names) {
        return all(List.of(names));
    }

    /** The values of these names that there are, in this order. */
    Stream<String> all(List<String> names) {
        return names.stream().filter(values::containsKey).map(name -> values.getOrDefault(name, ""));
    }

    /** Text with entities resolved, also those that were escaped twice, and white space collapsed. */
    static String tidy(String text) {
        String resolved = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return SPACES.matcher(resolved).replaceAll(" ").strip();
    }

    private static void add(Element tag, String attribute, Map<String, String> values) {
        String content = tag.attr("content");
        if (!content.isBlank() && content.length() <= LONGEST_VALUE) {
            SPACES.splitAsStream(tag.attr(attribute).toLowerCase(Locale.ROOT))
                    .map(name -> DUBLIN_CORE.matcher(name).replaceFirst("dc."))
                    .forEach(name -> values.putIfAbsent(name, tidy(content)));
        }
    }
}
