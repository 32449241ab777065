package io.copytaster.ingest.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the text of a feed's entries is taken from. */
public enum FullText {
    /** From the feed where it gives the whole text, else from the page. */
    AUTO,
    /** Always from the feed. */
    FEED,
    /** Always from the page, and from the feed only where the page cannot be read. */
    PAGE;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a word means, in any case. */
    public static Optional<FullText> ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
