package io.copytaster.text.language;

import org.jspecify.annotations.Nullable;

/** Decides in which language a text is written. Implementations are immutable and safe for threads. */
public interface Languages {

    /**
     * Guesses the language of a text.
     *
     * @param claimed what the publisher says, a BCP 47 tag; a hint that clear evidence overrules
     */
    LanguageGuess guess(String text, @Nullable String claimed);
}
