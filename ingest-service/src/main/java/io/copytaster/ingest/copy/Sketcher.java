package io.copytaster.ingest.copy;

import io.copytaster.text.token.Tokenizer;
import io.copytaster.text.token.Tokens;

/** Makes the sketch of one text: reads it sentence by sentence, so that moved and dropped sentences disturb no others. */
final class Sketcher {

    /** What comes after this many UTF-16 units, about the most that intake takes, is left out. */
    static final int LONGEST = 1 << 20;
    /** A body of fewer tokens is sketched together with its headline. */
    static final int SPARE = 24;

    private static final int SHORTEST_OPENING = 12;
    private static final int LONGEST_OPENING = 40;

    private final Tokens tokens;
    private final long[] words;
    private final FigureReader figures;
    private final long[] found;
    private final byte[] marks;
    private final int openingEnd;
    private int count;

    private Sketcher(Tokens tokens) {
        this.tokens = tokens;
        words = words(tokens);
        found = new long[words.length];
        marks = new byte[words.length];
        figures = new FigureReader(tokens, words);
        openingEnd = openingEnd();
    }

    static TextSketch sketch(String headline, String body) {
        Tokens tokens = Tokenizer.tokenize(bounded(body));
        return new Sketcher(
                        tokens.count() < SPARE ? Tokenizer.tokenize(bounded(headline) + "\n" + bounded(body)) : tokens)
                .sketch();
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private TextSketch sketch() {
        for (int from = 0, to; from < words.length; from = to) {
            to = sentenceEnd(from);
            readSentence(from, to);
        }
        return TextSketch.of(wording(), words.length, Passages.select(found, marks, count), figures.figures());
    }

    private int sentenceEnd(int from) {
        int to = from + 1;
        while (to < words.length && tokens.sentence(to) == tokens.sentence(from)) {
            to++;
        }
        return to;
    }

    private void readSentence(int from, int to) {
        boolean spaced = 2 * solos(from, to) <= to - from;
        int length = spaced ? 3 : 5;
        long dropped = Hashing.power(length);
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = Hashing.add(hash, words[i]) - (i - length < from ? 0 : words[i - length] * dropped);
            if (i - from + 1 >= length) {
                int start = i - length + 1;
                int follower = i + 1 < to ? follower(words[i + 1]) : TextSketch.NO_FOLLOWER;
                add(Hashing.mix(hash), follower | (start < openingEnd ? TextSketch.OPENING : 0));
            }
        }
        figures.read(from, to, spaced ? 2 : 3);
    }

    private void add(long hash, int mark) {
        found[count] = (hash & 0xFFFFFFFF00000000L) | count;
        marks[count++] = (byte) mark;
    }

    private static int follower(long word) {
        return 1 + (int) ((word >>> 33) % ((1 << TextSketch.FOLLOWER_BITS) - 1));
    }

    private int solos(int from, int to) {
        int solos = 0;
        for (int i = from; i < to; i++) {
            solos += tokens.kind(i).isSolo() ? 1 : 0;
        }
        return solos;
    }

    /** The opening is what a reader sees first: about the first quarter of a short text, a paragraph of a long one. */
    private int openingEnd() {
        int unit = 2 * solos(0, words.length) > words.length ? 2 : 1;
        return Math.clamp(words.length / 4, SHORTEST_OPENING * unit, LONGEST_OPENING * unit);
    }

    private long wording() {
        long wording = Hashing.START;
        for (long word : words) {
            wording = Hashing.add(wording, word);
        }
        return Hashing.mix(wording);
    }

    private static long[] words(Tokens tokens) {
        long[] words = new long[tokens.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Hashing.mix(tokens.hash(i));
        }
        return words;
    }
}
