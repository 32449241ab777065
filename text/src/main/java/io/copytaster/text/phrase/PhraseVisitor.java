package io.copytaster.text.phrase;

/** Receives what a {@link PhraseAutomaton} finds. */
@FunctionalInterface
public interface PhraseVisitor {

    /**
     * Called once per occurrence.
     *
     * @param first first token of the occurrence
     * @param last last token, inclusive
     * @param phrase the number that the builder gave for the phrase
     */
    void found(int first, int last, int phrase);
}
