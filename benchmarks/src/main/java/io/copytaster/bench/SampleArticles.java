package io.copytaster.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Articles that differ in every sentence: bodies of some 2,000 characters, made of the words of an invented language, the
 * frequent ones often, as in real text. Cheap to make, since they are made while the time is taken. Thread-safe.
 */
final class SampleArticles {

    static final int BODY = 2_000;

    private static final int WORDS = 20_000;
    private static final int SENTENCE = 15;
    private static final byte[][] VOCABULARY = vocabulary();

    private final String run;

    /** @param run part of every URL, so that no two runs post the same article */
    SampleArticles(String run) {
        this.run = run;
    }

    /** The article with that number as JSON in UTF-8, without a line feed. */
    byte[] json(long number) {
        var out = new ByteArrayOutputStream(BODY + 300);
        write(
                out,
                "{\"url\":\"https://bench.example/" + run + "/" + number
                        + "\",\"language\":\"en\",\"publisher\":\"Bench "
                        + number % 100 + "\",\"publishedAt\":\"2026-11-25T10:00:00Z\",\"headline\":\"Report " + number
                        + "\",\"body\":\"");
        var random = new SplittableRandom(run.hashCode() * 31L + number);
        int end = out.size() + BODY;
        for (int word = 1; out.size() < end; word++) {
            out.writeBytes(VOCABULARY[(int) Math.pow(WORDS, random.nextDouble())]);
            write(out, word % SENTENCE == 0 ? ". " : " ");
        }
        write(out, "\"}");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[][] vocabulary() {
        var words = new byte[WORDS][];
        for (int i = 0; i < WORDS; i++) {
            words[i] = Integer.toString((i + 36) * 7919, 36)
                    .replaceAll("[0-9]", "e")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return words;
    }
}
