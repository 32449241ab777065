package io.copytaster.ingest.fetch;

import io.copytaster.ingest.markup.LinkResolver;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * An address as it is sent: absolute, without fragment, and with everything percent-encoded that people and servers leave
 * bare though no URL may hold it (blanks, quotes, pipes, letters beyond ASCII). What it already encodes stays as it is.
 *
 * @param text not yet judged by the guard
 */
public record WebAddress(String text) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String MARKS = "-._~!$&'()*+,;=:@/?";

    /** The address that somebody wrote. */
    public static WebAddress of(String written) {
        var clean = written.strip();
        int fragment = clean.indexOf('#');
        return new WebAddress(encoded(fragment < 0 ? clean : clean.substring(0, fragment)));
    }

    /** Where a redirect from here leads; nothing if that is neither http nor https. */
    Optional<WebAddress> redirected(String location) {
        return new LinkResolver(text).resolve(location).map(WebAddress::of);
    }

    /** Scheme, host and port as written, in lower case and without a slash: what one robots.txt file speaks for. */
    public String origin() {
        return text.substring(0, pathStart(text)).toLowerCase(Locale.ROOT);
    }

    /** Whether it names nothing but the site. */
    public boolean isFrontPage() {
        return text.length() - pathStart(text) <= 1;
    }

    boolean isSecure() {
        return text.regionMatches(true, 0, "https:", 0, 6);
    }

    /** For messages: without query and credentials. */
    public String shown() {
        int query = text.indexOf('?');
        int credentials = text.lastIndexOf('@', pathStart(text));
        var readable = query < 0 ? text : text.substring(0, query);
        return credentials < 0 ? readable : "an address with credentials";
    }

    /** The host is left to the guard, which knows what names look like. */
    private static String encoded(String address) {
        int path = pathStart(address);
        var out = new StringBuilder(address.length() + 16).append(address, 0, path);
        var bytes = address.substring(path).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean escape = c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (escape || isBare(c)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return out.toString();
    }

    private static int pathStart(String address) {
        int authority = address.indexOf("://");
        for (int i = authority < 0 ? 0 : authority + 3; i < address.length(); i++) {
            if ("/?#".indexOf(address.charAt(i)) >= 0) {
                return i;
            }
        }
        return address.length();
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
    }

    private static boolean isHex(byte b) {
        return HexFormat.isHexDigit(b & 0xff);
    }
}
