package io.copytaster.text.token;

import io.copytaster.text.fold.FoldedText;

/** The tokens of one text in order, as columns. Immutable once made; positions are UTF-16 units of the original. */
public final class Tokens {

    private final FoldedText text;
    private final TokenColumns columns;

    Tokens(FoldedText text, TokenColumns columns) {
        this.text = text;
        this.columns = columns;
    }

    public FoldedText text() {
        return text;
    }

    public int count() {
        return columns.count;
    }

    /** First original UTF-16 unit. */
    public int start(int token) {
        return text.startOf(columns.from[token]);
    }

    /** One past the last original UTF-16 unit. */
    public int end(int token) {
        return text.endOf(columns.to[token] - 1);
    }

    /** First folded character. */
    public int foldedStart(int token) {
        return columns.from[token];
    }

    /** One past the last folded character. */
    public int foldedEnd(int token) {
        return columns.to[token];
    }

    /** A hash of the folded characters, equal for equal tokens of any two texts. */
    public long hash(int token) {
        return columns.hash[token];
    }

    public TokenKind kind(int token) {
        return columns.kind[token];
    }

    /** What stands before the token; {@link Gap#STOP} before the first. */
    public Gap gap(int token) {
        return columns.gap[token];
    }

    /** The number of the token's sentence, from 0. */
    public int sentence(int token) {
        return columns.sentence[token];
    }

    /** The token as written. */
    public String original(int token) {
        return text.original().substring(start(token), end(token));
    }

    /** The token as folded. */
    public String folded(int token) {
        return text.substring(columns.from[token], columns.to[token]);
    }
}
