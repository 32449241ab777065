package io.copytaster.text.token;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** What a folded character means to the tokenizer; the first plane comes from a table. */
final class CharacterClass {

    static final byte OUTSIDE = 0;
    static final byte WORD = 1;
    /** The first of the solo scripts, which follow in the order of {@link #SOLO_KINDS}. */
    static final byte SOLO = 2;

    private static final List<TokenKind> SOLO_KINDS = List.of(
            TokenKind.HAN, TokenKind.KATAKANA, TokenKind.HIRAGANA, TokenKind.HANGUL, TokenKind.SOUTH_EAST_ASIAN);

    private static final byte[] TABLE = table();

    private CharacterClass() {}

    static byte of(char c) {
        return TABLE[c];
    }

    static TokenKind soloKind(byte characterClass) {
        return SOLO_KINDS.get(characterClass - SOLO);
    }

    private static byte[] table() {
        byte[] table = new byte[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = classify(c);
        }
        return table;
    }

    private static byte classify(int c) {
        if (c == 0x30FC) {
            return solo(TokenKind.KATAKANA);
        }
        if (c == 0x3005 || c == 0x3007) {
            return solo(TokenKind.HAN);
        }
        boolean mark = Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        if (!Character.isLetterOrDigit(c) && !mark && c != '_') {
            // Pairs of surrogates: letters of the upper planes, Han beyond the first plane among them.
            return Character.isSurrogate((char) c) ? WORD : OUTSIDE;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN -> solo(TokenKind.HAN);
            case KATAKANA -> solo(TokenKind.KATAKANA);
            case HIRAGANA -> solo(TokenKind.HIRAGANA);
            case HANGUL -> solo(TokenKind.HANGUL);
            case THAI, LAO, KHMER, MYANMAR -> solo(TokenKind.SOUTH_EAST_ASIAN);
            default -> WORD;
        };
    }

    private static byte solo(TokenKind kind) {
        return (byte) (SOLO + SOLO_KINDS.indexOf(kind));
    }
}
