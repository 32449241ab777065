package io.copytaster.text.token;

/** What a token is made of: a word, or one character of a script that puts no spaces between words. */
public enum TokenKind {
    WORD,
    HAN,
    KATAKANA,
    HIRAGANA,
    HANGUL,
    /** Thai, Lao, Khmer, Myanmar. */
    SOUTH_EAST_ASIAN;

    /** Whether each character is a token of its own. */
    public boolean isSolo() {
        return this != WORD;
    }
}
