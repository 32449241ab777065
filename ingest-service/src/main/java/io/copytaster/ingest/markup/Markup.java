package io.copytaster.ingest.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Reads HTML to what people would see: text without scripts, styles and frames, and the addresses behind it. Thread-safe. */
public final class Markup {

    /** Links kept of one piece. */
    private static final int LINKS = 1000;
    /** Tags in one piece, up to which it is read as browsers do. */
    private static final int TAGS = 20_000;
    /** Elements inside each other; deeper ones are taken as if they were siblings. */
    private static final int DEPTH = 256;

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "template",
            "iframe",
            "frame",
            "frameset",
            "noframes",
            "noembed",
            "object",
            "applet",
            "embed",
            "video",
            "audio",
            "select",
            "datalist");
    /** Elements whose addresses nobody follows or looks at. */
    private static final Set<String> NO_LINKS = Set.of("base", "link", "meta");

    /** An event handler that bad quoting made part of an address. */
    private static final Pattern SLIPPED_IN = Pattern.compile("(?i)[/`'\"\\s]on[a-z]{3,30}\\s{0,5}=");

    private Markup() {}

    /** What is left of a piece of HTML. */
    public static Passage read(String html, LinkResolver base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return readPlain(html);
        }
        Walk walk = new Walk(base);
        tree(HtmlRepair.repaired(html)).filter(walk);
        return walk.passage();
    }

    /** A page of overlapping tags makes an HTML parser copy them over and over; so many tags are read as they stand. */
    private static Element tree(String html) {
        boolean many = html.chars().filter(c -> c == '<').limit(TAGS + 1L).count() > TAGS;
        return many
                ? Parser.xmlParser().setMaxDepth(DEPTH).parseInput(html, "")
                : Parser.htmlParser()
                        .setMaxDepth(DEPTH)
                        .parseInput("<body>" + html, "")
                        .body();
    }

    /** A text without markup, in the same form. */
    private static Passage readPlain(String text) {
        TextFlow flow = new TextFlow();
        flow.text(text);
        return Passage.plain(flow.toString());
    }

    private static final class Walk implements NodeFilter {

        private final TextFlow flow = new TextFlow();
        private final Set<String> links = new LinkedHashSet<>();
        private final Deque<LinkResolver> bases = new ArrayDeque<>();
        private int omitted;

        Walk(LinkResolver base) {
            bases.push(base);
        }

        Passage passage() {
            return new Passage(flow.toString(), links.stream().toList(), omitted);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                flow.text(text.getWholeText());
            } else if (node instanceof Element element) {
                return enter(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
                bases.pop();
                if (element.isBlock()) {
                    flow.block();
                }
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult enter(Element element) {
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            bases.push(bases.element().at(element.attr("xml:base")));
            if (!NO_LINKS.contains(element.normalName())) {
                link(element.attr("href"));
                link(element.attr("src"));
            }
            edge(element);
            return FilterResult.CONTINUE;
        }

        private void edge(Element element) {
            if (element.normalName().equals("br")) {
                flow.line();
            } else if (element.isBlock()) {
                flow.block();
            }
        }

        private void link(String reference) {
            if (reference.isBlank() || SLIPPED_IN.matcher(reference).find()) {
                return;
            }
            Optional<String> address = bases.element().resolve(reference);
            if (address.isPresent() && !links.contains(address.get())) {
                if (links.size() < LINKS) {
                    links.add(address.get());
                } else {
                    omitted++;
                }
            }
        }
    }
}
