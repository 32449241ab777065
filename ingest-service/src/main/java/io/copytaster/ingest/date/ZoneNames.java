package io.copytaster.ingest.date;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far zones are ahead of UTC, from numbers and from the abbreviations of RFC 822 and of news agencies. Where an abbreviation means several zones
 * the one of RFC 822 counts, else that with most readers. Single military letters mean UTC: RFC 1123 found them used wrongly.
 */
final class ZoneNames {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:[a-z]{1,5})? ?(?<sign>[+\\-\\u2212\\u2013])(?<hours>\\d{1,2}):?(?<minutes>\\d{2})?(?::?\\d{2})?(?:"
                    + " ?[a-z/_\\[\\]]{1,40})?");
    private static final Pattern WORD = Pattern.compile("\\[?\\p{L}{1,20}(?:[/_][a-z_]{1,20}){0,3}]?\\.?");
    private static final String MINUTES_BY_NAME = """
        gmt 0 utc 0 ut 0 uct 0 z 0 wet 0 west 60 bst 60 ist 330 cet 60 cest 120 met 60 mest 120 mez 60 mesz 120
        eet 120 eest 180 msk 180 мск 180 msd 240 trt 180 sast 120 cat 120 eat 180 wat 60 irst 210 gst 240 pkt 300 npt 345
        bdt 360 ict 420 wib 420 wita 480 wit 540 hkt 480 sgt 480 myt 480 pht 480 awst 480 jst 540 kst 540
        acst 570 acdt 630 aest 600 aedt 660 nzst 720 nzdt 780
        est -300 edt -240 et -300 cst -360 cdt -300 ct -360 mst -420 mdt -360 mt -420 pst -480 pdt -420 pt -480
        akst -540 akdt -480 hst -600 hast -600 ast -240 adt -180 at -240 nst -210 ndt -150
        brt -180 brst -120 art -180 clt -240 clst -180 cot -300 pet -300 vet -240
        """;
    private static final Map<String, Integer> MINUTES = minutes();

    private ZoneNames() {}

    /** Seconds ahead of UTC; 0 for a zone that is missing or unknown, nothing for what is no zone at all. */
    static Optional<Integer> offset(String zone) {
        String name = zone.strip();
        if (name.isEmpty()) {
            return Optional.of(0);
        }
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            int seconds = digits(number.group("hours")) * 3600 + digits(number.group("minutes")) * 60;
            return Optional.of("+".equals(number.group("sign")) ? seconds : -seconds);
        }
        int blank = name.indexOf(' ');
        if (blank > 0 && MINUTES.containsKey(name.substring(0, blank))) {
            return WORD.matcher(name.substring(blank + 1)).matches()
                    ? offset(name.substring(0, blank))
                    : Optional.empty();
        }
        return WORD.matcher(name).matches() ? Optional.of(MINUTES.getOrDefault(name, 0) * 60) : Optional.empty();
    }

    private static int digits(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Map<String, Integer> minutes() {
        Map<String, Integer> minutes = new HashMap<>();
        String[] words = MINUTES_BY_NAME.strip().split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            minutes.put(words[i], Integer.valueOf(words[i + 1]));
        }
        return Map.copyOf(minutes);
    }
}
