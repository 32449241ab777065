package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.markup.InlineMarkup;
import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.markup.Markup;
import io.copytaster.ingest.markup.MarkupText;
import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.xml.XmlElement;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Reads the text of an element that may hold markup, escaped, inline or in base64 (RFC 4287, sections 3.1 and 4.1.3, and the customs of RSS). */
public final class TextConstruct {

    private TextConstruct() {}

    /** What a text is where nothing says so. */
    public enum Form {
        PLAIN,
        HTML,
        /** Markup if it looks like it. */
        EITHER,
        BASE64
    }

    /** The text of an element. */
    public static Passage read(XmlElement element, Scope around, Form usual) {
        LinkResolver base = around.within(element).base();
        String type = element.attribute("type").orElse("").toLowerCase(Locale.ROOT);
        String mode = element.attribute("mode").orElse("").toLowerCase(Locale.ROOT);
        if (mode.equals("base64")) {
            return decoded(element.ownText())
                    .map(text -> read(text, form(type, usual), base))
                    .orElse(Passage.EMPTY);
        }
        if (element.hasElements()) {
            return Markup.read(InlineMarkup.html(element), base);
        }
        return read(element.ownText(), form(type, usual), base);
    }

    /** A text in some form. */
    public static Passage read(String text, Form form, LinkResolver base) {
        return switch (form) {
            case PLAIN -> Passage.plain(text);
            case HTML -> Markup.read(text, base);
            case EITHER -> MarkupText.looksLikeMarkup(text) ? Markup.read(text, base) : Passage.plain(text);
            case BASE64 ->
                isBase64(text)
                        ? decoded(text).map(html -> Markup.read(html, base)).orElse(Passage.EMPTY)
                        : read(text, Form.EITHER, base);
        };
    }

    private static Form form(String type, Form usual) {
        if (type.contains("html")) {
            return Form.HTML;
        }
        if (type.equals("text") || type.startsWith("text/")) {
            return usual == Form.HTML ? Form.HTML : Form.PLAIN;
        }
        if (type.endsWith("/xml") || type.endsWith("+xml")) {
            return Form.PLAIN;
        }
        return type.indexOf('/') > 0 && usual == Form.PLAIN ? Form.BASE64 : usual;
    }

    private static boolean isBase64(String text) {
        return text.chars()
                .allMatch(c -> c < 0x80
                        && (Character.isLetterOrDigit(c) || Character.isWhitespace(c) || "+/=".indexOf(c) >= 0));
    }

    /** The text in base64; nothing where it is none, or is no text. */
    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
            return Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString())
                    .filter(text -> text.chars().noneMatch(c -> c < '\t'));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
