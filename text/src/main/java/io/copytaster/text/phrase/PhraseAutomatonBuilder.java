package io.copytaster.text.phrase;

import io.copytaster.text.token.Tokens;

/** Collects phrases and compiles them. Confined to one thread; use once. */
public final class PhraseAutomatonBuilder {

    private final PhraseTrie trie = new PhraseTrie();

    /** Adds a phrase; phrases with equal folded tokens get the same number. Numbers count from 0. */
    public int add(Tokens phrase) {
        if (phrase.count() == 0) {
            throw new IllegalArgumentException(
                    "a phrase needs a letter or digit, got '" + phrase.text().original() + "'");
        }
        return trie.add(phrase);
    }

    public PhraseAutomaton build() {
        return new PhraseAutomaton(trie);
    }
}
