package io.copytaster.enrichment.entity;

import io.copytaster.text.inflection.WordClass;
import java.util.List;

/**
 * A name or cue in one language and the rules for recognising it.
 *
 * @param language BCP 47 primary subtag; {@code und} for every language
 * @param text the base form as the language spells it
 * @param needs cues of which one must stand in the sentence or its neighbours; {@code *} at the end matches any ending
 * @param excludes phrases that contain the text and mean something else
 * @param forms forms beside those that the rules derive
 * @param wordClass which inflection rules apply
 */
public record Alias(
        String language,
        String text,
        CaseRule caseRule,
        Strength strength,
        List<String> needs,
        List<String> excludes,
        List<String> forms,
        WordClass wordClass) {

    /** The language of names that every language uses. */
    public static final String EVERY_LANGUAGE = "und";

    public Alias {
        needs = List.copyOf(needs);
        excludes = List.copyOf(excludes);
        forms = List.copyOf(forms);
    }
}
