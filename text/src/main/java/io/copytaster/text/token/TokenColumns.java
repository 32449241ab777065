package io.copytaster.text.token;

import java.util.Arrays;

/** Growing columns of tokens; confined to the tokenizer that fills them. */
final class TokenColumns {

    /** Phrases of a catalogue, which are short, are tokenized by the hundred thousand. */
    private static final int FIRST_SIZE = 4;

    int[] from = new int[FIRST_SIZE];
    int[] to = new int[FIRST_SIZE];
    long[] hash = new long[FIRST_SIZE];
    TokenKind[] kind = new TokenKind[FIRST_SIZE];
    Gap[] gap = new Gap[FIRST_SIZE];
    int[] sentence = new int[FIRST_SIZE];
    int count;

    void add(int start, int end, long value, TokenKind tokenKind, Gap before) {
        if (count == from.length) {
            grow();
        }
        from[count] = start;
        to[count] = end;
        hash[count] = value;
        kind[count] = tokenKind;
        gap[count] = before;
        count++;
    }

    private void grow() {
        int size = count * 4;
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        hash = Arrays.copyOf(hash, size);
        kind = Arrays.copyOf(kind, size);
        gap = Arrays.copyOf(gap, size);
        sentence = Arrays.copyOf(sentence, size);
    }
}
