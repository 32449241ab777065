package io.copytaster.runtime.guard;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL that we can connect to, in one canonical spelling: nothing in it can be read in two ways.
 *
 * @param uri scheme, ASCII host, port where one was given, path and query
 */
public record TargetUrl(URI uri) {

    private static final int LONGEST = 2048;
    private static final Pattern SHAPE =
            Pattern.compile("(?i)(https?)://(\\[[^\\]/?#]*]|[^/?#:\\[\\]]*)(?::([0-9]{1,5}))?([/?].*)?");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMERIC_END = Pattern.compile("(?i)(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\.?");

    /**
     * Reads a URL as a person wrote it.
     *
     * @throws Unusable saying what is wrong and what to write instead
     */
    static TargetUrl parse(String text) throws Unusable {
        check(text.length() <= LONGEST, "is longer than " + LONGEST + " characters");
        check(
                text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || c == '\\'),
                "contains white space, a control character or a backslash; percent-encode it");
        check(text.indexOf('#') < 0, "has a fragment (#…), which is never sent; leave it out");
        var shape = SHAPE.matcher(text);
        check(!authority(text).contains("@"), "carries a user name or password; leave them out");
        check(shape.matches(), "is not of the form https://host[:port]/path");
        var scheme = shape.group(1).toLowerCase(Locale.ROOT);
        var host = host(shape.group(2));
        var port = shape.group(3) == null ? "" : ":" + port(shape.group(3));
        var rest = shape.group(4) == null ? "/" : shape.group(4);
        return new TargetUrl(uri(scheme + "://" + host + port + (rest.startsWith("?") ? "/" + rest : rest)));
    }

    /** The host without brackets, as a resolver takes it. */
    public String host() {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port to connect to: as written, else the scheme's own. */
    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private static String authority(String text) {
        int start = text.indexOf("//");
        var rest = start < 0 ? text : text.substring(start + 2);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static String host(String written) throws Unusable {
        check(!written.isEmpty(), "has no host");
        if (written.startsWith("[")) {
            check(
                    written.matches("\\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]"),
                    "has brackets around something that is no IPv6 address");
            return written.toLowerCase(Locale.ROOT);
        }
        var ascii = ascii(Normalizer.normalize(written, Normalizer.Form.NFKC));
        if (NUMERIC_END.matcher(ascii).matches()) {
            check(
                    IPV4.matcher(written).matches(),
                    "has a host that looks like a number; write the address as four decimal numbers or use a name");
            return written;
        }
        check(NAME.matcher(ascii).matches(), "has a host name with characters that no host name has");
        return ascii;
    }

    private static String ascii(String host) throws Unusable {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Unusable("has a host name that no resolver understands", e);
        }
    }

    private static int port(String digits) throws Unusable {
        int port = Integer.parseInt(digits);
        check(port >= 1 && port <= 65535, "has a port outside 1 to 65535");
        return port;
    }

    private static URI uri(String canonical) throws Unusable {
        try {
            var uri = new URI(new URI(canonical).toASCIIString());
            check(uri.getHost() != null, "has a host that cannot be read in only one way");
            return uri;
        } catch (URISyntaxException e) {
            throw new Unusable("is not a valid URL near character " + e.getIndex(), e);
        }
    }

    private static void check(boolean fine, String otherwise) throws Unusable {
        if (!fine) {
            throw new Unusable(otherwise);
        }
    }

    /** A text that is no usable URL; the message completes the sentence "the URL …". */
    static final class Unusable extends Exception {

        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
