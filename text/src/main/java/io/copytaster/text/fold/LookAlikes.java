package io.copytaster.text.fold;

/** Makes words one script where Latin and Cyrillic letters that look the same were mixed («сompany»). Works on folded letters. */
final class LookAlikes {

    private static final String LATIN = "abcehijkmopstxy";
    private static final String CYRILLIC = "авсеніјкморѕтху";

    private LookAlikes() {}

    static void unify(char[] folded, int length) {
        int at = 0;
        while (at < length) {
            int end = at;
            int latin = 0;
            int cyrillic = 0;
            while (end < length && Character.isLetter(folded[end])) {
                latin += isLatin(folded[end]) ? 1 : 0;
                cyrillic += isCyrillic(folded[end]) ? 1 : 0;
                end++;
            }
            if (latin > 0 && cyrillic > 0) {
                unify(folded, at, end, latin >= cyrillic);
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    private static void unify(char[] folded, int from, int to, boolean latinWins) {
        String source = latinWins ? CYRILLIC : LATIN;
        String target = latinWins ? LATIN : CYRILLIC;
        if (!canUnify(folded, from, to, source, latinWins)) {
            return;
        }
        for (int i = from; i < to; i++) {
            int index = source.indexOf(folded[i]);
            folded[i] = index < 0 ? folded[i] : target.charAt(index);
        }
    }

    /** A word that mixes scripts on purpose («GPUшный») has letters without a twin and stays. */
    private static boolean canUnify(char[] folded, int from, int to, String source, boolean latinWins) {
        for (int i = from; i < to; i++) {
            boolean foreign = latinWins ? isCyrillic(folded[i]) : isLatin(folded[i]);
            if (foreign && source.indexOf(folded[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
