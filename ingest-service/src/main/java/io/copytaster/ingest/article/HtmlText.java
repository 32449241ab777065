package io.copytaster.ingest.article;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads the text out of a posted piece of HTML: block elements become paragraphs, scripts and styles vanish. */
final class HtmlText {

    private static final String UNSEEN = "script, style, noscript, template, head, iframe, svg, object, button, select";
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\n]+");
    private static final Pattern AROUND_BREAKS = Pattern.compile(" *\\n *");
    private static final Pattern MANY_BREAKS = Pattern.compile("\\n{3,}");

    private HtmlText() {}

    /** The text, paragraphs apart by an empty line. */
    static String of(String html) {
        var document = Jsoup.parse(html);
        document.select(UNSEEN).remove();
        var out = new StringBuilder();
        document.body().traverse(new Paragraphs(out));
        var lines = AROUND_BREAKS.matcher(out).replaceAll("\n");
        return MANY_BREAKS.matcher(lines).replaceAll("\n\n").strip();
    }

    private record Paragraphs(StringBuilder out) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(SPACES.matcher(text.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element && element.tagName().equals("br")) {
                out.append('\n');
            } else if (isBlock(node)) {
                out.append("\n\n");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isBlock(node)) {
                out.append("\n\n");
            }
        }

        private static boolean isBlock(Node node) {
            return node instanceof Element element && element.isBlock();
        }
    }
}
