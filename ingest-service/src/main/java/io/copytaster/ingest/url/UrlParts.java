package io.copytaster.ingest.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of an absolute http or https URL, as received but for a host in lower-case ASCII. */
record UrlParts(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://(?<authority>[^/?#\\\\]*)(?<path>(?:/[^?#]*)?)(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
            Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(?<host>\\[[^\\]]*]|[^:\\[\\]]*)(:(?<port>[0-9]{0,5}))?");
    private static final int MAX_PORT = 65535;
    static final int NO_PORT = -1;

    /** The parts of the URL. */
    static UrlParts of(String url) throws UrlRefused {
        if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new UrlRefused("it contains a control character");
        }
        var match = SYNTAX.matcher(url);
        if (!match.matches()) {
            throw new UrlRefused("it is not of the form https://host/path");
        }
        var scheme = scheme(match.group("scheme"));
        var authority = authority(match.group("authority"));
        int port = port(authority.group("port"));
        boolean customary = port == (scheme.equals("https") ? 443 : 80);
        return new UrlParts(
                scheme,
                host(authority.group("host")),
                customary ? NO_PORT : port,
                match.group("path"),
                match.group("query"),
                match.group("fragment"));
    }

    private static String scheme(String scheme) throws UrlRefused {
        if (scheme.equalsIgnoreCase("https")) {
            return "https";
        }
        if (scheme.equalsIgnoreCase("http")) {
            return "http";
        }
        throw new UrlRefused("its scheme is neither http nor https");
    }

    private static Matcher authority(String authority) throws UrlRefused {
        if (authority.indexOf('@') >= 0) {
            throw new UrlRefused("it carries a user name or password; leave out the part before the @");
        }
        var match = AUTHORITY.matcher(authority);
        if (!match.matches()) {
            throw new UrlRefused("its host or port is malformed");
        }
        return match;
    }

    private static String host(String host) throws UrlRefused {
        return Host.ascii(host).orElseThrow(() -> new UrlRefused("its host is not a valid name or address"));
    }

    private static int port(@Nullable String port) throws UrlRefused {
        if (port == null || port.isEmpty()) {
            return NO_PORT;
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > MAX_PORT) {
            throw new UrlRefused("its port is not between 1 and 65535");
        }
        return number;
    }
}
