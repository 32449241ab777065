package io.copytaster.text.phrase;

import io.copytaster.text.token.Tokens;
import java.util.Arrays;

/** The trie's arrays; written by the builder, read only afterwards. */
final class PhraseTrie {

    private static final long MIX = 0xC2B2AE3D27D4EB4FL;

    private long[] keys = new long[1 << 10];
    private int[] parents = new int[1 << 10];
    private int[] children = new int[1 << 10];
    private int[] spellings = new int[1 << 10];
    private int edges;

    private int[] phraseOfNode = {PhraseAutomaton.NONE};
    private boolean[] hasChildren = {false};
    private int nodes = 1;
    private int phrases;

    /** Folded characters of all edges, each preceded by its length. */
    private char[] characters = new char[1 << 12];

    private int used;

    int phrases() {
        return phrases;
    }

    int phraseAt(int node) {
        return phraseOfNode[node];
    }

    boolean hasChildren(int node) {
        return hasChildren[node];
    }

    int child(int node, Tokens tokens, int token) {
        long key = key(node, tokens.hash(token));
        int mask = keys.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (children[slot] != 0) {
            if (keys[slot] == key && parents[slot] == node && isSpelled(slot, tokens, token)) {
                return children[slot];
            }
            slot = slot + 1 & mask;
        }
        return PhraseAutomaton.NONE;
    }

    private static long key(int node, long hash) {
        long key = (hash + node) * MIX;
        return key ^ key >>> 31;
    }

    private boolean isSpelled(int slot, Tokens tokens, int token) {
        int at = spellings[slot];
        int from = tokens.foldedStart(token);
        int length = tokens.foldedEnd(token) - from;
        if (characters[at] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (characters[at + 1 + i] != tokens.text().charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the phrase of all tokens; gives the number it has, new or not. */
    int add(Tokens tokens) {
        int node = PhraseAutomaton.ROOT;
        for (int token = 0; token < tokens.count(); token++) {
            int child = child(node, tokens, token);
            node = child == PhraseAutomaton.NONE ? grow(node, tokens, token) : child;
        }
        if (phraseOfNode[node] == PhraseAutomaton.NONE) {
            phraseOfNode[node] = phrases++;
        }
        return phraseOfNode[node];
    }

    private int grow(int parent, Tokens tokens, int token) {
        if (edges * 2 >= keys.length) {
            rehash();
        }
        int child = addNode();
        hasChildren[parent] = true;
        place(key(parent, tokens.hash(token)), parent, child, spell(tokens.folded(token)));
        edges++;
        return child;
    }

    private int addNode() {
        if (nodes == phraseOfNode.length) {
            phraseOfNode = Arrays.copyOf(phraseOfNode, nodes * 2);
            hasChildren = Arrays.copyOf(hasChildren, nodes * 2);
        }
        phraseOfNode[nodes] = PhraseAutomaton.NONE;
        return nodes++;
    }

    private int spell(String folded) {
        int at = used;
        if (used + folded.length() + 1 > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, used + folded.length() + 1));
        }
        characters[at] = (char) folded.length();
        folded.getChars(0, folded.length(), characters, at + 1);
        used += folded.length() + 1;
        return at;
    }

    private void place(long key, int parent, int child, int spelling) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (children[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        parents[slot] = parent;
        children[slot] = child;
        spellings[slot] = spelling;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldParents = parents;
        int[] oldChildren = children;
        int[] oldSpellings = spellings;
        int size = keys.length * 2;
        keys = new long[size];
        parents = new int[size];
        children = new int[size];
        spellings = new int[size];
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldChildren[slot] != 0) {
                place(oldKeys[slot], oldParents[slot], oldChildren[slot], oldSpellings[slot]);
            }
        }
    }
}
