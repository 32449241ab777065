package io.copytaster.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document says about its encoding: in the header it came with and in its XML declaration. */
final class DeclaredEncoding {

    /** How far into the document a declaration is looked for, in bytes; some have blanks or messages before it. */
    private static final int HEAD = 1024;

    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:^|[;,\\s])charset\\s{0,5}=\\s{0,5}[\"']?(?<label>[A-Za-z0-9._:+-]{1,40})");
    private static final Pattern ENCODING =
            Pattern.compile("encoding\\s{0,20}=\\s{0,20}[\"']?\\s{0,5}(?<label>[A-Za-z0-9._:+-]{1,40})");
    private static final byte[] EBCDIC_DECLARATION = {0x4c, 0x6f, (byte) 0xa7, (byte) 0x94};

    private DeclaredEncoding() {}

    /** The {@code charset} of a Content-Type header. */
    static Optional<String> ofHeader(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("content-type"))
                .map(header -> CHARSET.matcher(header.getValue()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group("label"))
                .findFirst();
    }

    /** The {@code encoding} of the XML declaration of a document whose letters of ASCII are one byte each. */
    static Optional<String> ofDeclaration(byte[] bytes) {
        Charset reading = isEbcdic(bytes) ? Charset.forName("IBM037") : StandardCharsets.ISO_8859_1;
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), reading);
        int start = head.indexOf("<?xml");
        int end = head.indexOf("?>", Math.max(start, 0));
        if (start < 0 || end < 0) {
            return isEbcdic(bytes) ? Optional.of("IBM037") : Optional.empty();
        }
        Matcher matcher = ENCODING.matcher(head.substring(start, end));
        return matcher.find() ? Optional.of(matcher.group("label")) : Optional.empty();
    }

    private static boolean isEbcdic(byte[] bytes) {
        for (int i = 0; i < EBCDIC_DECLARATION.length; i++) {
            if (i >= bytes.length || bytes[i] != EBCDIC_DECLARATION[i]) {
                return false;
            }
        }
        return true;
    }
}
