package io.copytaster.ingest.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses are relative to. Resolves as RFC 3986, section 5.2, forgiving what browsers forgive, and lets only http and https through.
 *
 * @param address absolute; null where none is known
 */
public record LinkResolver(@Nullable String address) {

    /** No base is known. */
    public static final LinkResolver UNKNOWN = new LinkResolver(null);

    /** Longest address, in characters; a longer one is none. */
    private static final int LONGEST = 8192;

    private static final Pattern PARTS = Pattern.compile(
            "(?s)(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<authority>[^/?#]*))?(?<path>[^?#]*)(?<query>\\?[^#]*)?(?<fragment>#.*)?");

    /** The base of what has that address; this one where the address is none. */
    public LinkResolver at(@Nullable String reference) {
        return reference == null || reference.isBlank()
                ? this
                : resolve(reference).map(LinkResolver::new).orElse(this);
    }

    /** The absolute address that a reference leads to; as it stands if it is relative and no base is known; nothing if it is neither http nor https. */
    public Optional<String> resolve(String reference) {
        String written = clean(reference);
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group("scheme");
        if (scheme != null) {
            return isWeb(scheme) && hasHost(parts) ? Optional.of(written) : Optional.empty();
        }
        if (written.isEmpty()) {
            return Optional.ofNullable(address);
        }
        return address == null ? Optional.of(written) : Optional.of(against(address, parts));
    }

    /** As browsers read it: without blanks around it and control characters within. */
    private static String clean(String reference) {
        StringBuilder out = new StringBuilder(Math.min(reference.length(), LONGEST + 1));
        for (int i = 0; i < reference.length() && out.length() <= LONGEST; i++) {
            char c = reference.charAt(i);
            if ((c > ' ' && c != '\u007f') || (c == ' ' && !out.isEmpty())) {
                out.append(c);
            }
        }
        return out.toString().stripTrailing();
    }

    private static boolean isWeb(String scheme) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        return lower.equals("http") || lower.equals("https");
    }

    private static boolean hasHost(Matcher parts) {
        String authority = parts.group("authority");
        return authority != null && !authority.isEmpty();
    }

    private static String against(String base, Matcher reference) {
        Matcher parts = PARTS.matcher(base);
        if (!parts.matches()) {
            return base;
        }
        String scheme = parts.group("scheme") + ":";
        String query = text(reference.group("query"));
        String tail = query + text(reference.group("fragment"));
        if (reference.group("authority") != null) {
            return scheme + "//" + reference.group("authority") + reference.group("path") + tail;
        }
        String root = scheme + "//" + text(parts.group("authority"));
        String path = reference.group("path");
        if (path.isEmpty()) {
            return root + parts.group("path") + (query.isEmpty() ? text(parts.group("query")) : "") + tail;
        }
        String directory = parts.group("path").substring(0, parts.group("path").lastIndexOf('/') + 1);
        String merged = path.startsWith("/") ? path : (directory.isEmpty() ? "/" : directory) + path;
        return root + withoutDots(merged) + tail;
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = path.substring(1).split("/", -1);
        for (int i = 0; i < all.length; i++) {
            boolean last = i == all.length - 1;
            if (all[i].equals("..")) {
                segments.pollLast();
            } else if (!all[i].equals(".")) {
                segments.addLast(all[i]);
                continue;
            }
            if (last) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
