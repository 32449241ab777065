package io.copytaster.ingest.copy;

import io.copytaster.text.token.Tokens;
import java.util.Arrays;

/** Collects the numbers of a text, each with the words around it in its sentence; other numbers among these count as one word. */
final class FigureReader {

    private static final long ANY_NUMBER = Hashing.mix(1);

    private final Tokens tokens;
    private final long[] words;
    private int[] found = new int[TextSketch.MOST_FIGURES];
    private int count;

    FigureReader(Tokens tokens, long[] words) {
        this.tokens = tokens;
        this.words = words;
    }

    Figures figures() {
        return Figures.select(found, count);
    }

    /** @param reach how many words count on either side */
    void read(int from, int to, int reach) {
        for (int start = from, end; start < to; start = end) {
            end = start + 1;
            if (isNumber(start)) {
                while (end < to && isNumber(end) && joins(end)) {
                    end++;
                }
                add(start, end, Math.max(from, start - reach), Math.min(to, end + reach));
            }
        }
    }

    private void add(int start, int end, int first, int last) {
        if (last - first == end - start) {
            return;
        }
        long surroundings = Hashing.add(around(first, start), around(end, last));
        long value = Hashing.START;
        for (int i = start; i < end; i++) {
            value = Hashing.add(value, words[i]);
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = (int) (Hashing.mix(surroundings) >>> 44) << Figures.VALUE_BITS
                | (int) (Hashing.mix(value) >>> (64 - Figures.VALUE_BITS));
    }

    private long around(int from, int to) {
        long hash = Hashing.START;
        for (int i = from; i < to; i++) {
            hash = Hashing.add(hash, isNumber(i) ? ANY_NUMBER : words[i]);
        }
        return hash;
    }

    private boolean isNumber(int token) {
        return Character.isDigit(tokens.text().charAt(tokens.foldedStart(token)));
    }

    /** 4.7, 10:35 and 3-1 are one number each. */
    private boolean joins(int token) {
        int before = tokens.foldedEnd(token - 1);
        return tokens.foldedStart(token) == before + 1 && tokens.text().charAt(before) != ' ';
    }
}
