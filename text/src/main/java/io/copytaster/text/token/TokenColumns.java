package io.copytaster.text.token;

import java.util.Arrays;

/** Growing columns of tokens; confined to the tokenizer that fills them. */
final class TokenColumns {

    int[] from = new int[16];
    int[] to = new int[16];
    long[] hash = new long[16];
    TokenKind[] kind = new TokenKind[16];
    Gap[] gap = new Gap[16];
    int[] sentence = new int[16];
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
        int size = count * 2;
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        hash = Arrays.copyOf(hash, size);
        kind = Arrays.copyOf(kind, size);
        gap = Arrays.copyOf(gap, size);
        sentence = Arrays.copyOf(sentence, size);
    }
}
