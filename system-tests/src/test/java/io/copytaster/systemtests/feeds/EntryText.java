package io.copytaster.systemtests.feeds;

import java.util.SplittableRandom;

/** Texts of invented articles: each seed gives its own, always the same. */
final class EntryText {

    private static final String[] WORDS = """
        council harbour budget bridge railway clinic school orchard minister reporter museum river
        station engineer festival library vote meeting tram winter harvest market contract company
        region village storm ferry theatre archive delegate tunnel garden court inspector airport
        signed opened delayed announced measured repaired described promised rejected counted moved
        quietly early twice slowly together yesterday again nearly on Tuesday this year
        the a its their every another its third old new local northern small public\
        """.split("\\s+");

    private static final int SENTENCE = 14;

    private EntryText() {}

    /** At least so many characters in paragraphs of sentences, the first of which names the subject. */
    static String of(String subject, long seed, int characters) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder("It was said of ").append(subject).append(" that ");
        while (text.length() < characters) {
            for (int i = 0; i < SENTENCE; i++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(i < SENTENCE - 1 ? " " : ". ");
            }
        }
        return text.toString().strip();
    }
}
