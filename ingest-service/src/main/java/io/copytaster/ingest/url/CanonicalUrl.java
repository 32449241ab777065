package io.copytaster.ingest.url;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of an article's URL; equal for all addresses that lead to the article, so that its identity is made
 * from it. An identity, not an address to fetch: {@code www.} may be gone.
 *
 * <p>Rules, version 1, complete and closed (a later rule may only add aliases, or known articles would change their
 * identity): scheme and host in lower case, host in ASCII (IDNA, ß kept apart from ss), customary port dropped; leading
 * {@code www. m. mobile. amp.} dropped; AMP caches unwrapped; percent-encoding in one spelling; dot segments, empty
 * segments, session ids, index pages, trailing slash and AMP markers dropped from the path; tracking parameters dropped
 * and the others sorted by name; fragment dropped unless it starts with {@code !}, which once selected content. http and
 * https stay apart.
 *
 * @param value for example {@code https://example.com/news/1?page=2}; canonical already
 */
public record CanonicalUrl(String value) {

    /** Version of the rules, part of what the service tells about itself. */
    public static final int RULES_VERSION = 1;

    private static final int MAX_UNWRAPPED = 8;
    private static final Pattern HOST = Pattern.compile("\\A[a-z]++://(\\[[^]]*+]|[^:/?#]++)(?s:.*+)\\z");
    private static final Pattern AMP_CACHE = Pattern.compile("/(?:c|v)/(?<secure>s/)?(?<rest>[^/]+\\..*)");
    private static final Pattern AMP_VIEWER = Pattern.compile("/amp/(?<secure>s/)?(?<rest>[^/]+\\..*)");

    /** The canonical spelling of a URL as received; none where it has none. */
    public static Optional<CanonicalUrl> find(String url) {
        try {
            return Optional.of(of(url));
        } catch (UrlRefused _) {
            return Optional.empty();
        }
    }

    /** The canonical spelling of a URL as received. */
    public static CanonicalUrl of(String url) throws UrlRefused {
        var parts = UrlParts.of(url.strip());
        for (int i = 0; i < MAX_UNWRAPPED; i++) {
            var wrapped = wrapped(parts);
            if (wrapped.isEmpty()) {
                return new CanonicalUrl(spell(parts));
            }
            parts = wrapped.get();
        }
        throw new UrlRefused("it wraps a URL in a URL more than " + MAX_UNWRAPPED + " times");
    }

    /** The host in it, in lower-case ASCII, without its port. */
    public String host() {
        return HOST.matcher(value).replaceFirst("$1");
    }

    @Override
    public String toString() {
        return value;
    }

    private static String spell(UrlParts parts) {
        var port = parts.port() == UrlParts.NO_PORT ? "" : ":" + parts.port();
        return parts.scheme()
                + "://"
                + Host.withoutScreen(parts.host())
                + port
                + PathRules.canonical(parts.path())
                + query(parts.query())
                + fragment(parts.fragment());
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        var kept = Arrays.stream(query.split("&"))
                .map(parameter -> PercentEncoding.normal(parameter.replace("+", "%20"), PercentEncoding.QUERY))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !TrackingParameters.bundled().contain(parameter))
                .sorted(Comparator.comparing(CanonicalUrl::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String fragment(@Nullable String fragment) {
        return fragment != null && fragment.startsWith("!")
                ? "#" + PercentEncoding.normal(fragment, PercentEncoding.QUERY + "&+")
                : "";
    }

    /** The publisher's URL inside the URL of an AMP cache or viewer; looked for again when noise in front is gone. */
    private static Optional<UrlParts> wrapped(UrlParts parts) {
        var host = Host.withoutScreen(parts.host());
        if (host.endsWith(".cdn.ampproject.org") || host.endsWith(".bing-amp.com")) {
            return unwrap(AMP_CACHE, PathRules.plain(parts.path()), parts)
                    .or(() -> unwrap(AMP_CACHE, PathRules.canonical(parts.path()), parts));
        }
        return host.equals("google.com") ? unwrap(AMP_VIEWER, PathRules.plain(parts.path()), parts) : Optional.empty();
    }

    private static Optional<UrlParts> unwrap(Pattern wrapper, String path, UrlParts parts) {
        var match = wrapper.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var scheme = match.group("secure") == null ? "http://" : "https://";
        try {
            return Optional.of(UrlParts.of(scheme + match.group("rest") + rest(parts)));
        } catch (UrlRefused _) {
            return Optional.empty();
        }
    }

    private static String rest(UrlParts parts) {
        return (parts.query() == null ? "" : "?" + parts.query())
                + (parts.fragment() == null ? "" : "#" + parts.fragment());
    }
}
