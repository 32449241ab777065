package io.copytaster.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Hash of an article's text: NFC, white space collapsed to single spaces, ends trimmed. */
public record ContentHash(String value) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    public ContentHash {
        Identity.checked('c', value);
    }

    /** The hash of headline and body; equal for texts that differ only in normal form or white space. */
    public static ContentHash of(String headline, String body) {
        return new ContentHash(Identity.of('c', "content", normal(headline), normal(body)));
    }

    private static String normal(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
