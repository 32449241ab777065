package io.copytaster.ingest.fetch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One GET.
 *
 * @param url as written where it was found; a fragment is not sent
 * @param headers beside those that every request has; names in lower case. {@code authorization} and {@code cookie} are
 *     kept from other origins that a redirect leads to, the rest is sent to every hop
 * @param maxBytes longest body, decompressed, and longest body on the wire; 1 byte to 256 MiB
 */
public record FetchRequest(String url, Map<String, String> headers, long maxBytes) {

    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    public FetchRequest {
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("expected maxBytes of 1 to " + MOST_BYTES + ", got " + maxBytes);
        }
        var lowerCase = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lowerCase.put(headerName(name), headerValue(name, value)));
        headers = Map.copyOf(lowerCase);
    }

    private static String headerName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected the name of a header, got one with other characters");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String headerValue(String name, String value) {
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new IllegalArgumentException("expected a value without control characters for the header " + name);
        }
        return value;
    }
}
