package io.copytaster.text.phrase;

import io.copytaster.text.token.Gap;
import io.copytaster.text.token.TokenKind;
import io.copytaster.text.token.Tokens;

/**
 * A set of phrases, compiled to an open-addressed trie of token hashes. Finds every occurrence of every phrase, nested and
 * overlapping ones too; characters are compared on every step, so equal hashes never deceive. Immutable, safe for threads;
 * searching allocates nothing.
 */
public final class PhraseAutomaton {

    static final int ROOT = 0;
    static final int NONE = -1;

    private final PhraseTrie trie;

    PhraseAutomaton(PhraseTrie trie) {
        this.trie = trie;
    }

    /** How many different phrases there are. */
    public int size() {
        return trie.phrases();
    }

    public void find(Tokens tokens, PhraseVisitor visitor) {
        for (int first = 0; first < tokens.count(); first++) {
            if (mayStart(tokens, first)) {
                walk(tokens, first, visitor);
            }
        }
    }

    private void walk(Tokens tokens, int first, PhraseVisitor visitor) {
        int node = trie.child(ROOT, tokens, first);
        int last = first;
        while (node != NONE) {
            int phrase = trie.phraseAt(node);
            if (phrase != NONE) {
                visitor.found(first, last, phrase);
            }
            last++;
            if (last == tokens.count() || tokens.gap(last) == Gap.STOP || !trie.hasChildren(node)) {
                return;
            }
            node = trie.child(node, tokens, last);
        }
    }

    /** A Korean name begins where a word begins; the syllables after it may be particles. */
    private static boolean mayStart(Tokens tokens, int token) {
        return tokens.kind(token) != TokenKind.HANGUL
                || token == 0
                || tokens.gap(token) != Gap.JOINED
                || tokens.kind(token - 1) != TokenKind.HANGUL;
    }
}
