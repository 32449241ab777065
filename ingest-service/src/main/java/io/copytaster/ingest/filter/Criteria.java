package io.copytaster.ingest.filter;

import io.copytaster.text.fold.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an article may have in common with a filter; one of each list is enough.
 *
 * @param languages BCP 47 tags; {@code fr} means {@code fr-CA} too
 * @param sections categories of a feed, in any case
 * @param words words or phrases of headline and body, folded, whole words in scripts that have spaces
 */
public record Criteria(List<String> languages, List<String> sections, List<String> words) {

    /** Nothing. */
    public static final Criteria NONE = new Criteria(List.of(), List.of(), List.of());

    private static final int MOST = 1000;
    private static final int LONGEST = 200;

    public Criteria {
        languages = checked("languages", languages);
        sections = checked("sections", sections);
        words = checked("words", words);
    }

    public boolean isEmpty() {
        return languages.isEmpty() && sections.isEmpty() && words.isEmpty();
    }

    /** The first thing that an article has in common with these, in words for people. */
    Optional<String> found(Candidate candidate) {
        return Stream.of(language(candidate), section(candidate), word(candidate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> language(Candidate candidate) {
        return languages.stream()
                .filter(tag -> candidate.isIn(tag.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(tag -> "language " + tag);
    }

    private Optional<String> section(Candidate candidate) {
        return sections.stream().filter(candidate::hasSection).findFirst().map(section -> "section «" + section + "»");
    }

    private Optional<String> word(Candidate candidate) {
        return words.stream().filter(candidate::says).findFirst().map(word -> "word «" + word + "»");
    }

    private static List<String> checked(String what, List<String> texts) {
        if (texts.size() > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " " + what + ", got " + texts.size());
        }
        texts.forEach(text -> {
            if (text == null || Folding.fold(text).toString().isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("expected 1 to " + LONGEST + " characters in each of " + what
                        + ", got " + (text == null ? "null" : text.length()));
            }
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("expected no NUL in each of " + what + ", got one");
            }
        });
        return texts.stream().map(String::strip).toList();
    }
}
