package io.copytaster.ingest.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads documents into trees, well-formed or not. A DTD is stepped over, so that no entity is declared, expanded or fetched; the names of HTML's
 * characters are known. Where tags do not fit, an end tag closes what is open inside its element, and one without a start tag is ignored. The time is
 * linear in the length of the text. Thread-safe.
 */
public final class XmlReader {

    private final XmlBounds bounds;
    private final Set<String> neverNested;
    private final Set<String> leaves;

    /**
     * A reader.
     *
     * @param neverNested local names of elements that are never inside one of their kind: where tags are missing, the next one closes the one before
     * @param leaves local names of elements that hold text only: where tags are missing, the next of them closes the one before
     */
    public XmlReader(XmlBounds bounds, Set<String> neverNested, Set<String> leaves) {
        this.bounds = bounds;
        this.neverNested = Set.copyOf(neverNested);
        this.leaves = Set.copyOf(leaves);
    }

    /** The document in a text. */
    public XmlDocument read(String text) {
        XmlDocument plain = new Pass(Set.of(), Set.of()).read(text);
        return plain.isWellNested() ? plain : new Pass(neverNested, leaves).read(text);
    }

    /** An element whose end tag has not come yet. */
    private record Open(
            XmlElement.Name name, Map<String, String> attributes, NamespaceScope scope, List<XmlNode> children) {}

    private final class Pass {

        private final Set<String> siblings;
        private final Set<String> texts;
        private final Set<XmlFlaw> flaws = EnumSet.noneOf(XmlFlaw.class);
        private final Deque<Open> open = new ArrayDeque<>();
        private final List<XmlElement> top = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int elements;
        private int leftOut;

        Pass(Set<String> siblings, Set<String> texts) {
            this.siblings = siblings;
            this.texts = texts;
        }

        XmlDocument read(String text) {
            XmlTokens tokens = new XmlTokens(text, flaws);
            while (tokens.hasNext() && elements <= bounds.elements()) {
                take(tokens.next());
            }
            if (!open.isEmpty()) {
                flaws.add(XmlFlaw.TRUNCATED);
            }
            while (!open.isEmpty()) {
                close();
            }
            return new XmlDocument(top, List.copyOf(flaws), elements > bounds.elements());
        }

        private void take(XmlToken token) {
            switch (token) {
                case XmlToken.Start start -> start(start);
                case XmlToken.End end -> end(end.name());
                case XmlToken.Text piece -> text.append(piece.text());
                case XmlToken.Nothing _ -> {}
            }
        }

        /** One text for all pieces between two tags, else a page of lone brackets becomes a million of them. */
        private void settleText() {
            Open innermost = open.peek();
            if (innermost != null && !text.isEmpty()) {
                innermost.children().add(new XmlNode.Text(text.toString()));
            }
            text.setLength(0);
        }

        private void start(XmlToken.Start tag) {
            elements++;
            if (open.size() >= bounds.depth()) {
                flaws.add(XmlFlaw.TOO_DEEP);
                leftOut += tag.empty() ? 0 : 1;
                return;
            }
            settleText();
            Open around = open.peek();
            NamespaceScope scope =
                    (around == null ? NamespaceScope.OUTERMOST : around.scope()).within(tag.attributes());
            XmlElement.Name name = XmlElement.Name.of(tag.name(), scope);
            if (siblings.contains(name.local())) {
                closeThrough(tag.name());
            } else if (around != null && texts.contains(around.name().local()) && texts.contains(name.local())) {
                close();
            }
            open.push(new Open(name, tag.attributes(), scope, new ArrayList<>()));
            if (tag.empty()) {
                close();
            }
        }

        private void end(String name) {
            if (leftOut > 0) {
                leftOut--;
                return;
            }
            Open innermost = open.peek();
            if (innermost == null || !innermost.name().isWritten(name)) {
                flaws.add(XmlFlaw.NESTING);
            }
            closeThrough(name);
        }

        /** Closes the innermost open element of that name and all inside it; nothing where none is open. */
        private void closeThrough(String name) {
            int count = 0;
            Iterator<Open> outwards = open.iterator();
            while (outwards.hasNext()) {
                count++;
                if (outwards.next().name().isWritten(name)) {
                    for (int i = 0; i < count; i++) {
                        close();
                    }
                    return;
                }
            }
        }

        private void close() {
            settleText();
            Open closed = open.pop();
            XmlElement element = new XmlElement(closed.name(), closed.attributes(), closed.children());
            Open around = open.peek();
            if (around == null) {
                top.add(element);
            } else {
                around.children().add(element);
            }
        }
    }
}
