package io.copytaster.text.token;

import io.copytaster.text.fold.FoldedText;
import io.copytaster.text.fold.Folding;

/**
 * Cuts folded text into tokens: words in spaced scripts, single characters in unspaced ones. Apostrophes and hyphens end a word,
 * web addresses yield no tokens, and neither do runs longer than {@value #LONGEST_WORD} characters. Linear, safe for threads.
 */
public final class Tokenizer {

    /** Longer runs are no words of any language: encoded attachments, keys, noise. */
    public static final int LONGEST_WORD = 96;

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xFF51AFD7ED558CCDL;

    private final FoldedText text;
    private final TokenColumns columns = new TokenColumns();
    private final GapReader gaps;
    private Gap gap = Gap.STOP;
    private int sentence;
    private int at;

    private Tokenizer(FoldedText text) {
        this.text = text;
        this.gaps = new GapReader(text);
    }

    public static Tokens tokenize(String text) {
        return tokenize(Folding.fold(text));
    }

    public static Tokens tokenize(FoldedText text) {
        return new Tokenizer(text).run();
    }

    private Tokens run() {
        while (at < text.length()) {
            byte kind = CharacterClass.of(text.charAt(at));
            if (kind == CharacterClass.OUTSIDE) {
                readGap();
            } else if (kind == CharacterClass.WORD) {
                readWord();
            } else {
                readSolo(CharacterClass.soloKind(kind));
            }
        }
        return new Tokens(text, columns);
    }

    private void readGap() {
        int end = at;
        while (end < text.length() && CharacterClass.of(text.charAt(end)) == CharacterClass.OUTSIDE) {
            end++;
        }
        int lastWordLength = columns.count == 0 ? 0 : columns.to[columns.count - 1] - columns.from[columns.count - 1];
        gap = columns.count == 0 ? Gap.STOP : gaps.read(at, end, lastWordLength);
        sentence += columns.count > 0 && gap == Gap.STOP && gaps.endsSentence(at, end) ? 1 : 0;
        at = end;
    }

    private void readWord() {
        int start = at;
        long hash = SEED;
        while (at < text.length() && CharacterClass.of(text.charAt(at)) == CharacterClass.WORD) {
            hash = (hash ^ text.charAt(at)) * STEP;
            hash ^= hash >>> 29;
            at++;
        }
        if (startsAddress(start)) {
            skipAddress();
        } else if (at - start <= LONGEST_WORD) {
            add(start, hash, TokenKind.WORD);
        } else {
            gap = Gap.STOP;
        }
    }

    private void readSolo(TokenKind kind) {
        int start = at;
        long hash = (SEED ^ text.charAt(at)) * STEP;
        at++;
        while (at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            hash = (hash ^ text.charAt(at)) * STEP;
            at++;
        }
        add(start, hash ^ hash >>> 29, kind);
    }

    private void add(int start, long hash, TokenKind kind) {
        columns.add(start, at, hash, kind, gap);
        columns.sentence[columns.count - 1] = sentence;
        gap = Gap.JOINED;
    }

    private boolean startsAddress(int start) {
        return follows("://")
                || (at - start == 3 && follows(".") && text.substring(start, at).equals("www"));
    }

    private boolean follows(String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (at + i >= text.length() || text.charAt(at + i) != signs.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipAddress() {
        while (at < text.length()
                && text.charAt(at) > ' '
                && CharacterClass.of(text.charAt(at)) < CharacterClass.SOLO) {
            at++;
        }
        gap = Gap.STOP;
    }
}
