package io.copytaster.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes documents. A byte order mark counts most, then the header's {@code charset}, then the XML declaration (RFC 7303, section 3), then UTF-8; a
 * claim that the bytes contradict gives way to the next, and at last to what the text looks like. Thread-safe.
 */
public final class TextDecoder {

    private static final char MARK = '\ufeff';

    private TextDecoder() {}

    /**
     * The text of a document, whatever its bytes; what cannot be decoded becomes U+FFFD.
     *
     * @param headers those of the answer it came with, names in any case
     */
    public static DecodedText decode(byte[] bytes, Map<String, String> headers) {
        List<String> warnings = new ArrayList<>();
        Charset charset = charset(bytes, headers, warnings);
        String text = new String(bytes, charset);
        return new DecodedText(withoutMarks(text), charset, warnings);
    }

    private static Charset charset(byte[] bytes, Map<String, String> headers, List<String> warnings) {
        Optional<Charset> sure = ByteOrder.mark(bytes).or(() -> ByteOrder.pattern(bytes));
        if (sure.isPresent()) {
            return sure.get();
        }
        List<Charset> claims = claims(bytes, headers, warnings);
        for (Charset claim : claims) {
            if (fits(claim, bytes, claims)) {
                return claim;
            }
            warnings.add("the encoding is said to be " + claim + ", but the bytes are not");
        }
        if (decodes(StandardCharsets.UTF_8, bytes)) {
            return StandardCharsets.UTF_8;
        }
        return Utf8Share.isMostlyUtf8(bytes) ? StandardCharsets.UTF_8 : CharsetSniffer.sniff(bytes, claims);
    }

    /** What is claimed, most trusted first; labels that mean nothing left out. */
    private static List<Charset> claims(byte[] bytes, Map<String, String> headers, List<String> warnings) {
        return Stream.of(DeclaredEncoding.ofHeader(headers), DeclaredEncoding.ofDeclaration(bytes))
                .flatMap(Optional::stream)
                .map(label -> {
                    Optional<Charset> charset = CharsetLabels.charset(label);
                    if (charset.isEmpty()) {
                        warnings.add("the encoding is said to be " + label + ", which is unknown");
                    }
                    return charset;
                })
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean fits(Charset claim, byte[] bytes, List<Charset> claims) {
        if (isWide(claim)) {
            return false; // without a mark or a pattern the bytes are not wide
        }
        if (claim.equals(StandardCharsets.UTF_8)) {
            return decodes(claim, bytes);
        }
        boolean utf8 = Utf8Share.hasOnlyUtf8(bytes);
        if (claim.equals(Charset.forName("windows-1252"))) {
            // Servers claim it by default; only by a miracle is text in it valid UTF-8.
            return !utf8 || (claims.size() == 1 && !Utf8Share.hasManyLetters(bytes));
        }
        return decodes(claim, bytes) || !utf8;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16")
                || charset.name().startsWith("UTF-32")
                || charset.name().startsWith("x-UTF-");
    }

    static boolean decodes(Charset charset, byte[] bytes) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static String withoutMarks(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == MARK) {
            start++;
        }
        return text.substring(start);
    }
}
