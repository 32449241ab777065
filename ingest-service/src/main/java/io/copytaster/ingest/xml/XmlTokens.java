package io.copytaster.ingest.xml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Cuts a document into tokens, whatever it is; one pass, each character is looked at a bounded number of times. */
final class XmlTokens {

    private final Source source;
    private final Set<XmlFlaw> flaws;

    XmlTokens(String text, Set<XmlFlaw> flaws) {
        this.source = new Source(text);
        this.flaws = flaws;
    }

    boolean hasNext() {
        return !source.isAtEnd();
    }

    XmlToken next() {
        if (source.at("<!--")) {
            return skip("-->", 4);
        }
        if (source.at("<![CDATA[")) {
            return cdata();
        }
        if (source.at("<?")) {
            return skip("?>", 2);
        }
        if (source.at("<!") && Character.isLetter(source.peek(2))) {
            return declaration();
        }
        if (source.at("</") && isNameStart(source.peek(2))) {
            return end();
        }
        if (source.at("<") && isNameStart(source.peek(1)) && nameLength(1) <= XmlBounds.NAME) {
            return start();
        }
        return text();
    }

    private XmlToken skip(String end, int from) {
        int found = source.find(end, source.position() + from);
        if (found < 0) {
            flaws.add(XmlFlaw.MARKUP);
            found = source.find(">", source.position());
            source.moveTo(found < 0 ? source.length() : found + 1);
        } else {
            source.moveTo(found + end.length());
        }
        return new XmlToken.Nothing();
    }

    private XmlToken cdata() {
        int from = source.position() + "<![CDATA[".length();
        int end = source.find("]]>", from);
        if (end >= 0) {
            source.moveTo(end + 3);
        } else {
            flaws.add(XmlFlaw.MARKUP);
            end = source.find("</", from);
            end = end < 0 ? source.length() : end;
            source.moveTo(end);
        }
        return new XmlToken.Text(CharacterReferences.clean(source.text(from, end), flaws));
    }

    /** Steps over a DOCTYPE with its internal subset, without looking into it. */
    private XmlToken declaration() {
        boolean first = flaws.add(XmlFlaw.DOCTYPE);
        int close = source.find(">", source.position());
        int subset = first ? source.find("[", source.position()) : -1;
        if (subset >= 0 && subset < close) {
            int end = source.find("]", subset);
            while (end >= 0 && source.firstAfterBlanks(end + 1) != '>') {
                end = source.find("]", end + 1);
            }
            close = end < 0 ? close : source.find(">", end);
        }
        source.moveTo(close < 0 ? source.length() : close + 1);
        return new XmlToken.Nothing();
    }

    private XmlToken end() {
        int length = nameLength(2);
        String name = source.text(source.position() + 2, source.position() + 2 + length);
        source.moveTo(source.position() + 2);
        source.skipWhile(c -> c != '<' && c != '>');
        if (source.at(">")) {
            source.moveTo(source.position() + 1);
        } else {
            flaws.add(XmlFlaw.MARKUP);
        }
        return new XmlToken.End(name);
    }

    private XmlToken start() {
        int length = nameLength(1);
        String name = source.text(source.position() + 1, source.position() + 1 + length);
        source.moveTo(source.position() + 1 + length);
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            source.skipBlanks();
            if (source.isAtEnd()) {
                flaws.add(XmlFlaw.TRUNCATED);
                return new XmlToken.Nothing();
            }
            if (source.at("<")) {
                flaws.add(XmlFlaw.MARKUP);
                return new XmlToken.Start(name, attributes, false);
            }
            if (source.at("/>") || source.at(">")) {
                boolean empty = source.at("/>");
                source.moveTo(source.position() + (empty ? 2 : 1));
                return new XmlToken.Start(name, attributes, empty);
            }
            attribute(attributes);
        }
    }

    private void attribute(Map<String, String> attributes) {
        int from = source.position();
        source.skipWhile(c -> !Source.isBlank(c) && "=<>/\"'".indexOf(c) < 0);
        if (source.position() == from) {
            flaws.add(XmlFlaw.MARKUP);
            source.moveTo(from + 1);
            return;
        }
        String name = source.text(from, Math.min(source.position(), from + XmlBounds.NAME))
                .toLowerCase(Locale.ROOT);
        source.skipBlanks();
        String value = "";
        if (source.at("=")) {
            source.moveTo(source.position() + 1);
            source.skipBlanks();
            value = CharacterReferences.resolve(value(), flaws);
        }
        if (attributes.size() < XmlBounds.ATTRIBUTES) {
            attributes.putIfAbsent(name, value);
        } else {
            flaws.add(XmlFlaw.ATTRIBUTES);
        }
    }

    private String value() {
        int from = source.position();
        if (source.at("\"") || source.at("'")) {
            int end = source.find(source.text(from, from + 1), from + 1);
            if (end >= 0 && !source.text(from + 1, end).contains("><")) {
                source.moveTo(end + 1);
                return source.text(from + 1, end);
            }
            source.moveTo(++from); // the closing quote is missing, and one of a later tag would close it
            source.skipWhile(c -> !Source.isBlank(c) && c != '>' && c != '<');
        } else {
            source.skipWhile(c -> !Source.isBlank(c) && c != '>' && c != '<');
        }
        flaws.add(XmlFlaw.MARKUP);
        if (source.at(">")
                && source.position() > from
                && source.text(source.position() - 1, source.position()).equals("/")) {
            source.moveTo(source.position() - 1);
        }
        return source.text(from, source.position());
    }

    /** Text up to the next thing that may be a tag; at least one character, as nothing else fitted here. */
    private XmlToken text() {
        int from = source.position();
        if (source.at("<")) {
            flaws.add(XmlFlaw.MARKUP);
        }
        int end = source.find("<", from + 1);
        end = end < 0 ? source.length() : end;
        source.moveTo(end);
        return new XmlToken.Text(CharacterReferences.resolve(source.text(from, end), flaws));
    }

    private int nameLength(int offset) {
        int length = 0;
        while (length <= XmlBounds.NAME && isNamePart(source.peek(offset + length))) {
            length++;
        }
        return length;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }
}
