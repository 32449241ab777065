package io.copytaster.ingest.copy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts for properties: sensible ones taken apart and mixed, and ones without any sense. */
public final class RandomText {

    private RandomText() {}

    /** Some sentences of some samples in any order, now and then with noise between. */
    public static String mixed(Random random) {
        List<String> sentences = new ArrayList<>();
        for (SampleText sample : SampleText.values()) {
            if (random.nextInt(4) == 0) {
                sentences.addAll(sample.sentences());
            }
        }
        Collections.shuffle(sentences, random);
        List<String> kept = sentences.subList(0, sentences.isEmpty() ? 0 : random.nextInt(sentences.size() + 1));
        return String.join(random.nextBoolean() ? " " : "\n\n", kept)
                + (random.nextInt(5) == 0 ? noise(random, 200) : "");
    }

    /** Any UTF-16 units, broken surrogates and control characters among them. */
    public static String noise(Random random, int longest) {
        int length = random.nextInt(longest + 1);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) random.nextInt(random.nextBoolean() ? 0x250 : 0x10000));
        }
        return noise.toString();
    }

    /** Words of a made-up language, the frequent ones often, as in real text. */
    public static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            int word = (int) Math.pow(20_000, random.nextDouble());
            text.append(Integer.toString(word * 7919, 36).replaceAll("[0-9]", "e"))
                    .append(i % 15 == 0 ? ". " : " ");
        }
        return text.toString();
    }
}
