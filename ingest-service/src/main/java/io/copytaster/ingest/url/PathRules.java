package io.copytaster.ingest.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about a URL's path: one spelling, no dot segments, no index page, no trailing slash, no AMP marker. */
final class PathRules {

    private static final Pattern SESSION =
            Pattern.compile(";(jsessionid|phpsessid|sid)=[^/;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP_SUFFIX = Pattern.compile("(?<=[^.])\\.amp(?=(\\.html?)?$)");
    private static final Set<String> INDEX_PAGES = Set.of(
            "index.html",
            "index.htm",
            "index.php",
            "index.asp",
            "index.aspx",
            "index.jsp",
            "index.shtml",
            "default.asp",
            "default.aspx",
            "default.htm",
            "default.html");

    private PathRules() {}

    static String canonical(String path) {
        var segments = segments(path);
        trim(segments);
        return "/" + String.join("/", segments);
    }

    /** The path in one spelling, with all its segments. */
    static String plain(String path) {
        return "/" + String.join("/", segments(path));
    }

    private static Deque<String> segments(String path) {
        var spelled = PercentEncoding.normal(path, PercentEncoding.PATH);
        Deque<String> segments = new ArrayDeque<>();
        for (var raw : SESSION.matcher(spelled).replaceAll("").split("/", -1)) {
            switch (raw) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(raw);
            }
        }
        return segments;
    }

    /** Until nothing changes: dropping one thing can uncover another, as in {@code index.amp.html}. */
    private static void trim(Deque<String> segments) {
        while (!segments.isEmpty()) {
            var last = segments.removeLast();
            var shorter = AMP_SUFFIX.matcher(last).replaceFirst("");
            if (shorter.equals(last) && !isNoise(last)) {
                segments.addLast(last);
                break;
            }
            if (!isNoise(shorter)) {
                segments.addLast(shorter);
            }
        }
        while (segments.size() > 1 && segments.getFirst().equals("amp")) {
            segments.removeFirst();
        }
    }

    private static boolean isNoise(String last) {
        return last.equals("amp") || INDEX_PAGES.contains(last);
    }
}
