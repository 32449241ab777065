package io.copytaster.ingest.markup;

import io.copytaster.ingest.xml.XmlElement;
import io.copytaster.ingest.xml.XmlNode;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Writes elements of a document as HTML, so that inline markup is read as any other. */
public final class InlineMarkup {

    private static final Set<String> EMPTY =
            Set.of("br", "hr", "img", "input", "wbr", "col", "area", "base", "link", "meta", "source", "embed");

    private InlineMarkup() {}

    /** What is inside an element, as HTML: names without their prefixes, attributes as they are. */
    public static String html(XmlElement element) {
        StringBuilder out = new StringBuilder();
        inside(element, out);
        return out.toString();
    }

    /** Recursive: a document's depth is bounded when it is read. */
    private static void inside(XmlElement element, StringBuilder out) {
        for (XmlNode node : element.children()) {
            switch (node) {
                case XmlNode.Text text -> out.append(Entities.escape(text.text()));
                case XmlElement child -> write(child, out);
            }
        }
    }

    private static void write(XmlElement element, StringBuilder out) {
        out.append('<').append(element.local());
        element.attributes()
                .forEach((name, value) -> out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Entities.escape(value).replace("\"", "&quot;"))
                        .append('"'));
        out.append('>');
        inside(element, out);
        if (!EMPTY.contains(element.local())) {
            out.append("</").append(element.local()).append('>');
        }
    }
}
