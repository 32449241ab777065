package io.copytaster.identity;

import java.text.Normalizer;

/** Hash of an article's text: NFC, white space collapsed to single spaces, ends trimmed. */
public record ContentHash(String value) {

    public ContentHash {
        Identity.checked('c', value);
    }

    /** The hash of headline and body; equal for texts that differ only in normal form or white space. */
    public static ContentHash of(String headline, String body) {
        return new ContentHash(Identity.of('c', "content", normal(headline), normal(body)));
    }

    private static String normal(String text) {
        return collapsed(Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
    }

    /** By hand, because every article passes here: a pattern takes several times as long. */
    private static String collapsed(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWhiteSpace(c)) {
                out.append(c);
                gap = false;
            } else if (!gap) {
                out.append(' ');
                gap = true;
            }
        }
        return out.toString();
    }

    /** The Unicode property White_Space, which lies in the Basic Multilingual Plane. */
    static boolean isWhiteSpace(char c) {
        if (c <= 0x20) {
            return c == 0x20 || (c >= 0x09 && c <= 0x0d);
        }
        return switch (c) {
            case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
