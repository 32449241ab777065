package io.copytaster.ingest.revision;

import io.copytaster.ingest.article.ArticleText;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Reads a text sentence by sentence in one pass. A sentence ends with its line, after a full-width mark, or after another mark that white
 * space follows, closing quotes and brackets between; an abbreviation ends one too early, in every revision alike.
 */
final class SentencePrinter {

    private static final String MARKS = ".!?…؟۔।॥።";
    private static final String FULL_WIDTH_MARKS = "。！？｡";
    private static final String CLOSING = "\"'”’»«)]）」』】›";
    private static final int MARK = 1;
    private static final int FULL_WIDTH_MARK = 2;
    private static final int CLOSING_MARK = 4;
    private static final byte[] KINDS = kinds();
    private static final int FIRST_COMBINING = 0x300;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final String headline;
    private final String body;
    private long[] hashes = new long[32];
    private int[] lengths = new int[32];
    private int count;

    SentencePrinter(ArticleText text) {
        this.headline = text.headline();
        this.body = text.body();
    }

    TextPrint print() {
        for (int from = 0, to; from < body.length(); from = to) {
            to = count == TextPrint.MOST_SENTENCES - 1 ? body.length() : end(from);
            add(from, to);
        }
        return new TextPrint(
                hash(headline, 0, headline.length()), Arrays.copyOf(hashes, count), Arrays.copyOf(lengths, count));
    }

    /** Where the sentence that begins there ends, the white space after it included. */
    private int end(int from) {
        int at = from;
        while (at < body.length() && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        while (at < body.length() && !endsAt(at)) {
            at++;
        }
        while (at < body.length() && isOf(MARK | FULL_WIDTH_MARK | CLOSING_MARK, at)) {
            at++;
        }
        while (at < body.length() && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean endsAt(int at) {
        if (body.charAt(at) == '\n' || isOf(FULL_WIDTH_MARK, at)) {
            return true;
        }
        if (!isOf(MARK, at)) {
            return false;
        }
        int after = at + 1;
        while (after < body.length() && after - at < 8 && isOf(MARK | CLOSING_MARK, after)) {
            after++;
        }
        return after == body.length() || Character.isWhitespace(body.charAt(after));
    }

    private boolean isOf(int kinds, int at) {
        return (KINDS[body.charAt(at)] & kinds) != 0;
    }

    /** By character: this is asked of every character of every article. */
    private static byte[] kinds() {
        var kinds = new byte[Character.MAX_VALUE + 1];
        MARKS.chars().forEach(c -> kinds[c] |= MARK);
        FULL_WIDTH_MARKS.chars().forEach(c -> kinds[c] |= FULL_WIDTH_MARK);
        CLOSING.chars().forEach(c -> kinds[c] |= CLOSING_MARK);
        return kinds;
    }

    private void add(int from, int to) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
        }
        hashes[count] = hash(body, from, to);
        lengths[count++] = body.codePointCount(from, to);
    }

    /** Of the normal form with white space collapsed, as the content hash. */
    private static long hash(String text, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to && plain; i++) {
            plain = text.charAt(i) < FIRST_COMBINING;
        }
        var normal =
                plain ? text.substring(from, to) : Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
        long hash = 1;
        boolean gap = false;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = hash != 1;
            } else {
                hash = gap ? mixed(hash, ' ') : hash;
                hash = mixed(hash, c);
                gap = false;
            }
        }
        return hash;
    }

    private static long mixed(long hash, char c) {
        long mixed = (hash ^ c) * MULTIPLIER;
        return mixed ^ mixed >>> 32;
    }
}
