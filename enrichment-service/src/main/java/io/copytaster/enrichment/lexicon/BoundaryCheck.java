package io.copytaster.enrichment.lexicon;

import io.copytaster.text.inflection.KoreanParticles;
import io.copytaster.text.token.Gap;
import io.copytaster.text.token.TokenKind;
import io.copytaster.text.token.Tokens;

/** Judges whether a find in an unspaced script begins and ends where a name could. */
final class BoundaryCheck {

    private static final int LONGEST_TAIL = 8;

    private BoundaryCheck() {}

    static boolean passes(Tokens tokens, int first, int last) {
        return switch (tokens.kind(last)) {
            case KATAKANA -> !runsOn(tokens, first, last, TokenKind.KATAKANA);
            case HANGUL -> KoreanParticles.mayFollow(tail(tokens, last));
            case HAN, HIRAGANA, SOUTH_EAST_ASIAN, WORD -> true;
        };
    }

    /** Whether the script goes on before or after without a gap: «イラン» within a longer foreign word. */
    private static boolean runsOn(Tokens tokens, int first, int last, TokenKind kind) {
        boolean before =
                first > 0 && isGlued(tokens, first) && tokens.kind(first - 1) == kind && tokens.kind(first) == kind;
        int next = last + 1;
        return before || (next < tokens.count() && isGlued(tokens, next) && tokens.kind(next) == kind);
    }

    private static boolean isGlued(Tokens tokens, int token) {
        return tokens.gap(token) == Gap.JOINED && tokens.start(token) == tokens.end(token - 1);
    }

    private static String tail(Tokens tokens, int last) {
        StringBuilder tail = new StringBuilder();
        for (int next = last + 1; next < tokens.count() && tail.length() < LONGEST_TAIL; next++) {
            if (tokens.kind(next) != TokenKind.HANGUL || !isGlued(tokens, next)) {
                break;
            }
            tail.append(tokens.original(next));
        }
        return tail.toString();
    }
}
