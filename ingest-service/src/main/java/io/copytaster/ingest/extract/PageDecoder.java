package io.copytaster.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a page. In this order: a byte order mark; UTF-8 where the bytes are that, whatever is declared, as
 * no other encoding looks like it by chance; the charset of the HTTP answer; that of a meta tag; and what the bytes look
 * like. A declared UTF-8 that the bytes contradict is not believed.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">the labels that pages use</a>
 */
final class PageDecoder {

    private static final int DECLARATION_WITHIN = 4096;
    private static final Pattern HTTP_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([^\\s\"'/>;]{1,40})|<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private PageDecoder() {}

    /** The text of the bytes; bytes that say nothing in the charset become U+FFFD. */
    static String decode(byte[] bytes, @Nullable String contentType) {
        Mark mark = Mark.of(bytes);
        if (mark != Mark.NONE) {
            return new String(bytes, mark.bytes.length(), bytes.length - mark.bytes.length(), mark.charset);
        }
        Optional<Charset> escaped = declared(bytes, contentType).filter(PageDecoder::isEscaped);
        return escaped.map(charset -> new String(bytes, charset))
                .or(() -> utf8(bytes))
                .orElseGet(() -> legacy(bytes, contentType));
    }

    private static String legacy(byte[] bytes, @Nullable String contentType) {
        return new String(
                bytes,
                declared(bytes, contentType)
                        .filter(charset -> !charset.equals(StandardCharsets.UTF_8) || isMostlyUtf8(bytes))
                        .orElseGet(() -> isMostlyUtf8(bytes) ? StandardCharsets.UTF_8 : guess(bytes)));
    }

    private static Optional<Charset> declared(byte[] bytes, @Nullable String contentType) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
        return Stream.of(HTTP_CHARSET.matcher(contentType == null ? "" : contentType), META_CHARSET.matcher(start))
                .filter(Matcher::find)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(PageDecoder::charset)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The charset that browsers take for a label. */
    private static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(
                    switch (name) {
                        case "iso-8859-1", "latin1", "us-ascii", "ascii" -> WESTERN;
                        case "gb2312", "gbk", "x-gbk" -> Charset.forName("GB18030");
                        case "shift_jis", "shift-jis", "sjis", "x-sjis" -> Charset.forName("windows-31j");
                        case "euc-kr", "ks_c_5601-1987", "ksc5601" -> Charset.forName("x-windows-949");
                        case "iso-8859-9" -> Charset.forName("windows-1254");
                        // a page whose meta tag we could read is not in UTF-16
                        case "utf-16", "utf-16le", "utf-16be" -> StandardCharsets.UTF_8;
                        default -> Charset.forName(name);
                    });
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // an unknown label says nothing
        }
    }

    private static boolean isEscaped(Charset charset) {
        return charset.name().startsWith("ISO-2022");
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Whether the bytes are UTF-8 but for a few that were cut or pasted. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        long foreign = 0;
        long broken = 0;
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            foreign += text.charAt(i) >= 0x80 ? 1 : 0;
            broken += text.charAt(i) == '\ufffd' ? 1 : 0;
        }
        return broken * 5 < foreign;
    }

    /** Cyrillic letters stand side by side, accented Latin ones alone. */
    private static Charset guess(byte[] bytes) {
        int together = 0;
        int alone = 0;
        for (int i = 1; i < bytes.length; i++) {
            if ((bytes[i] & 0xff) >= 0xc0) {
                boolean follows = (bytes[i - 1] & 0xff) >= 0xc0;
                together += follows ? 1 : 0;
                alone += follows ? 0 : 1;
            }
        }
        return together > alone ? CYRILLIC : WESTERN;
    }

    /** A byte order mark, its bytes written as characters. */
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
        UTF_16_BIG(StandardCharsets.UTF_16BE, "\u00fe\u00ff"),
        UTF_16_LITTLE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
        NONE(StandardCharsets.UTF_8, "");

        private static final int LONGEST = 3;

        private final Charset charset;
        private final String bytes;

        Mark(Charset charset, String bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        static Mark of(byte[] page) {
            String start = new String(page, 0, Math.min(page.length, LONGEST), StandardCharsets.ISO_8859_1);
            return Stream.of(values())
                    .filter(mark -> start.startsWith(mark.bytes))
                    .findFirst()
                    .orElse(NONE);
        }
    }
}
