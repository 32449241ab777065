package io.copytaster.ingest.extract.body;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads what the names of an element (class, id, role, item property) say about it, with the words of
 * {@code box-names.txt}. Names are taken apart at everything that is no letter and at humps: {@code articleBody-x2} is
 * {@code article body x}.
 */
final class BoxNames {

    /** What stands in a box, as its author named it. */
    enum Trait {
        /** The text of the article itself. */
        BODY,
        /** Something around the article: comments, sharing, related pages, advertising, navigation. */
        MARGIN,
        /** A label of the article: date, tags, caption. */
        LABEL
    }

    private static final BoxNames BUNDLED = new BoxNames(WordFile.read("box-names.txt"));
    private static final List<String> ATTRIBUTES =
            List.of("class", "id", "role", "itemprop", "data-component", "data-testid", "data-module");
    /** Longer attributes are generated, and say nothing. */
    private static final int MAX_LENGTH = 600;
    /** A name of more words is a headline. */
    private static final int MAX_WORDS = 6;
    /** Headings carry their own text as id. */
    private static final int MAX_WORDS_OF_ID = 3;

    private static final int LONGEST_PHRASE = 3;

    private final Map<Trait, Set<String>> phrases = new EnumMap<>(Trait.class);
    private final Map<Trait, List<String>> stems = new EnumMap<>(Trait.class);

    private BoxNames(Map<String, List<String>> sections) {
        for (Trait trait : Trait.values()) {
            List<String> lines = sections.getOrDefault(trait.name(), List.of());
            phrases.put(trait, new HashSet<>(lines));
            stems.put(
                    trait,
                    lines.stream()
                            .filter(line -> line.endsWith("*"))
                            .map(line -> line.substring(0, line.length() - 1))
                            .toList());
        }
    }

    static BoxNames bundled() {
        return BUNDLED;
    }

    /** All that the element's names say; a box can be several things at once. */
    Set<Trait> traits(Element element) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String attribute : ATTRIBUTES) {
            String value = element.attr(attribute);
            if (!value.isEmpty() && value.length() <= MAX_LENGTH) {
                int most = attribute.equals("id") ? MAX_WORDS_OF_ID : MAX_WORDS;
                for (String name : value.split(" ", -1)) {
                    List<String> words = words(name);
                    if (words.size() <= most) {
                        traits.addAll(traits(words));
                    }
                }
            }
        }
        return traits;
    }

    /** The words of one name, in lower case. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            if (!letter || isHump(name, start, i)) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }

    private static boolean isHump(String name, int start, int i) {
        return i > start && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
    }

    private Set<Trait> traits(List<String> words) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if (says(words, trait)) {
                traits.add(trait);
            }
        }
        if (traits.contains(Trait.MARGIN)) {
            traits.remove(Trait.BODY); // the text of a comment is no text of the article
        }
        return traits;
    }

    private boolean says(List<String> words, Trait trait) {
        Set<String> known = phrases.getOrDefault(trait, Set.of());
        for (int i = 0; i < words.size(); i++) {
            for (int end = i + 1; end <= Math.min(words.size(), i + LONGEST_PHRASE); end++) {
                if (known.contains(end == i + 1 ? words.get(i) : String.join(" ", words.subList(i, end)))) {
                    return true;
                }
            }
            if (stems.getOrDefault(trait, List.of()).stream().anyMatch(words.get(i)::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
