package io.copytaster.text.fold;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * Folds text: NFKC, full case fold, accents off in Latin, Greek, Cyrillic, Arabic and Hebrew, one class each for apostrophes,
 * dashes and spaces, look-alike letters of Latin and Cyrillic unified within a word. The same function serves both sides of every
 * comparison. Linear, safe for threads.
 */
public final class Folding {

    private final String text;
    private char[] folded;
    private int[] starts;
    private int[] ends;
    private int length;

    private Folding(String text) {
        this.text = text;
        int room = text.length() + 2;
        this.folded = new char[room];
        this.starts = new int[room];
        this.ends = new int[room];
    }

    public static FoldedText fold(String text) {
        return new Folding(text).run();
    }

    private FoldedText run() {
        int at = 0;
        while (at < text.length()) {
            char simple = FoldTable.simple(text.charAt(at));
            if (composes(at + 1) || simple == FoldTable.COMPLEX) {
                at = foldCluster(at);
            } else if (simple == FoldTable.DROPPED) {
                drop(at++);
            } else {
                append(simple, at, ++at);
            }
        }
        LookAlikes.unify(folded, length);
        return new FoldedText(text, folded, starts, ends, length);
    }

    /** A base character with the marks that belong to it: composed first, so that decomposed and composed input fold alike. */
    private int foldCluster(int start) {
        int end = clusterEnd(start);
        String composed = Normalizer.normalize(text.subSequence(start, end), Form.NFKC);
        composed.codePoints().mapToObj(FoldTable::foldCodePoint).forEach(piece -> append(piece, start, end));
        return end;
    }

    /** Whether one of the marks from here on makes another letter of the one before. */
    private boolean composes(int next) {
        int at = next;
        while (at < text.length() && FoldTable.mayJoinPrevious(text.charAt(at))) {
            if (FoldTable.joinsPrevious(text.charAt(at))) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** What is dropped leaves a trace only as an accent, which belongs to its letter's span. */
    private void drop(int at) {
        if (length > 0 && ends[length - 1] == at && FoldTable.isMark(text.charAt(at))) {
            ends[length - 1] = at + 1;
        }
    }

    private int clusterEnd(int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && FoldTable.mayJoinPrevious(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void append(String piece, int start, int end) {
        for (int i = 0; i < piece.length(); i++) {
            append(piece.charAt(i), start, end);
        }
    }

    private void append(char value, int start, int end) {
        if (length == folded.length) {
            folded = Arrays.copyOf(folded, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        folded[length] = value;
        starts[length] = start;
        ends[length] = end;
        length++;
    }
}
