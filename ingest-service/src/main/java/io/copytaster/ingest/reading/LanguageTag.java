package io.copytaster.ingest.reading;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Reads names of languages (BCP 47) as people write them. */
public final class LanguageTag {

    private LanguageTag() {}

    /** Whether a text names a language. */
    public static boolean isLanguage(String tag) {
        return find(tag).filter(locale -> !locale.getLanguage().isEmpty()).isPresent();
    }

    /** What a text names, {@code und} included; none where it is no tag. */
    static Optional<Locale> find(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }
}
