package io.copytaster.ingest.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One spelling of percent-encoding: unreserved characters bare, all else that must be encoded in upper-case hex. */
final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED_MARKS = "-._~";
    /** Characters that may stand bare in a path and in a query (RFC 3986). */
    static final String PATH = "!$&'()*+,;=:@/";

    static final String QUERY = "!$'()*,;:@/?=";

    private PercentEncoding() {}

    /** The text with each octet spelled the one way; {@code bare} lists the reserved characters that are left alone. */
    static String normal(String text, String bare) {
        var out = new StringBuilder(text.length() + 16);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            if (octet == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2)) {
                append(out, HexFormat.fromHexDigits(new String(bytes, i + 1, 2, StandardCharsets.US_ASCII)), "");
                i += 2;
            } else {
                append(out, octet, bare);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int octet, String bare) {
        if (isUnreserved(octet) || (octet < 0x80 && bare.indexOf(octet) >= 0)) {
            out.append((char) octet);
        } else {
            out.append('%').append(HEX.toHexDigits((byte) octet));
        }
    }

    private static boolean isUnreserved(int octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || (octet < 0x80 && UNRESERVED_MARKS.indexOf(octet) >= 0);
    }

    private static boolean isHex(byte[] bytes, int index) {
        return index < bytes.length && HexFormat.isHexDigit(bytes[index]);
    }
}
