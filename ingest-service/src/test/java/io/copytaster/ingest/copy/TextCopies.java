package io.copytaster.ingest.copy;

import java.text.Normalizer;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What happens to a text on its way into another paper. */
final class TextCopies {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private TextCopies() {}

    /** Other quotation marks, dashes and spaces, no points and hamzas where a keyboard is lazy, decomposed accents. */
    static String inOtherTypography(String text) {
        String plain = text.replace('«', '“')
                .replace('»', '”')
                .replace('"', '”')
                .replace(" - ", " — ")
                .replace('\'', '’')
                .replace('ё', 'е')
                .replace('إ', 'ا')
                .replace('أ', 'ا')
                .replace('，', ',')
                .replace('「', '『')
                .replace('」', '』')
                .replace(" ", "\u00A0");
        return Normalizer.normalize(plain, Normalizer.Form.NFD);
    }

    /** One number corrected, as an agency does an hour later. */
    static String corrected(String text) {
        return NUMBER.matcher(text).replaceFirst(number -> String.valueOf(Long.parseLong(number.group()) + 1));
    }

    /** Every number another one: the same template on another day. */
    static String withOtherNumbers(String text, Random random) {
        return NUMBER.matcher(text).replaceAll(number -> other(number, random));
    }

    private static String other(MatchResult number, Random random) {
        long old = Long.parseLong(number.group());
        return String.valueOf(old + 1 + random.nextInt(50));
    }
}
