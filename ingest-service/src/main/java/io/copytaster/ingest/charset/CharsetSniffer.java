package io.copytaster.ingest.charset;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Guesses the encoding of bytes that are not UTF-8 and say nothing true about themselves: each candidate decodes a sample, and the one whose text looks
 * most like a language wins. Letters that are frequent in the languages written in an encoding count for it; symbols, and capitals inside words, count
 * against it.
 */
final class CharsetSniffer {

    /** How much is looked at, in bytes. */
    private static final int SAMPLE = 64 * 1024;

    /** A letter's rank in its language, up to which it counts much, and a little. */
    private static final int MOST_FREQUENT = 10;

    private static final int FREQUENT = 22;

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** An encoding and the letters beyond ASCII that are frequent in what is written in it. */
    private record Candidate(Charset charset, String frequent, boolean wide) {

        static Candidate of(String charset, String frequent) {
            return new Candidate(Charset.forName(charset), frequent, false);
        }

        static Candidate wide(String charset, String frequent) {
            return new Candidate(Charset.forName(charset), frequent, true);
        }
    }

    private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчійхжшюцщєїэфґ";
    private static final String CENTRAL_EUROPEAN = "áéíěąęłóżśćńýščžřůöüőűźďťňúăâîşţđ";
    private static final String ARABIC = "اليمنورتبةعدسفهكقحجأشصخطغذزضظثءىئؤإآ";
    private static final String HANZI = "的一是不了在人有我他这中大来上国和年日月为个们到说地出会也时要就可以发生成对行市家部最新分政府报道记者美公司民學國報導記這個們來會時發對說為灣後開關";
    private static final String KANA = "のにはをたがでとしてれさるいまなっかすもりくこンスルトアイラリクドシタカ日本年月人国大会中事社";

    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.of("windows-1252", "éèàêçñüöäóíáúãâîôûëïßùõåæøœ’“”«»–—…£€°"),
            Candidate.of("windows-1251", CYRILLIC),
            Candidate.of("KOI8-R", CYRILLIC),
            Candidate.of("IBM866", CYRILLIC),
            Candidate.of("ISO-8859-5", CYRILLIC),
            Candidate.of("windows-1250", CENTRAL_EUROPEAN),
            Candidate.of("ISO-8859-2", CENTRAL_EUROPEAN),
            Candidate.of("windows-1257", "ąčęėįšųūžāēģīķļņõäöü"),
            Candidate.of("windows-1253", "αοιετνσρηςκπμλυάέίόήύώγδθβχφξζψω"),
            Candidate.of("windows-1254", "ıişüğçöİâî"),
            Candidate.of("windows-1255", "יוהלאמרתבנשדחקעפגכסטםןזצ"),
            Candidate.of("windows-1256", ARABIC),
            Candidate.of("ISO-8859-6", ARABIC),
            Candidate.of("x-windows-874", "านรกเงมยลวดทสตะปบคหแจพชขไใโีิ่้ั็์"),
            Candidate.wide("GB18030", HANZI),
            Candidate.wide("Big5-HKSCS", HANZI),
            Candidate.wide("windows-31j", KANA),
            Candidate.wide("EUC-JP", KANA),
            Candidate.wide("x-windows-949", "이다의는에을가한하고지로사은기대를자도시인해정나일서"));

    private CharsetSniffer() {}

    /** The likeliest encoding; what was claimed wins a tie. */
    static Charset sniff(byte[] bytes, List<Charset> claims) {
        byte[] sample = SniffedSample.of(bytes, SAMPLE);
        Optional<Candidate> best = CANDIDATES.stream()
                .filter(candidate -> !candidate.wide() || TextDecoder.decodes(candidate.charset(), sample))
                .max(Comparator.comparingDouble(candidate -> score(candidate, sample, claims)));
        return best.map(Candidate::charset).orElse(FALLBACK);
    }

    private static double score(Candidate candidate, byte[] sample, List<Charset> claims) {
        String text = new String(sample, candidate.charset());
        int points = 0;
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                seen++;
                points += points(candidate, text, i);
            }
        }
        double claimed = claims.contains(candidate.charset()) ? 0.1 : 0;
        return (seen == 0 ? 0 : (double) points / seen) + claimed;
    }

    private static int points(Candidate candidate, String text, int at) {
        char c = text.charAt(at);
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int rank = candidate.frequent().indexOf(Character.toLowerCase(c));
        if (!Character.isLetter(c)) {
            return rank >= 0 ? 1 : -3;
        }
        if (isOutOfPlace(c, before, after) || (Character.isUpperCase(c) && Character.isLowerCase(before))) {
            return -3;
        }
        if (candidate.wide()) {
            return rank >= 0 ? 3 : 1;
        }
        return rank < 0 ? -2 : rank < MOST_FREQUENT ? 2 : rank < FREQUENT ? 1 : 0;
    }

    /** Letters of ASCII stand beside accented ones, hardly beside those of another script; accented ones not between two of their kind. */
    private static boolean isOutOfPlace(char c, char before, char after) {
        boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        return latin
                ? Character.isLetter(before) && before >= 0x80 && Character.isLetter(after) && after >= 0x80
                : (Character.isLetter(before) && before < 0x80) || (Character.isLetter(after) && after < 0x80);
    }
}
