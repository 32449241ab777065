package io.copytaster.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a parsed page into its runs and boxes, leaving out what a reader of the page never sees and what is there to be
 * used rather than read. Time and memory grow with the page; there is no recursion.
 */
final class LayoutReader implements NodeFilter {

    /** Not read, and not even a gap between two words. */
    private static final Set<String> UNSEEN_INSIDE_LINES = Set.of(
            "script", "style", "template", "svg", "img", "picture", "map", "link", "meta", "math", "input", "rp", "rt");

    private static final Set<String> UNSEEN = Set.of(
            "noscript",
            "iframe",
            "object",
            "embed",
            "applet",
            "canvas",
            "audio",
            "video",
            "button",
            "select",
            "option",
            "datalist",
            "textarea",
            "progress",
            "meter",
            "nav",
            "dialog",
            "menu",
            "head",
            "title",
            "frameset",
            "noframes",
            "amp-ad",
            "amp-sidebar",
            "amp-user-notification",
            "amp-analytics",
            "amp-consent");
    private static final Set<String> UNSEEN_ROLES = Set.of(
            "navigation",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "search",
            "button",
            "tablist",
            "toolbar",
            "banner",
            "contentinfo",
            "complementary",
            "alert");
    private static final Set<String> INSIDE_LINES = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "wbr");

    private final List<Run> runs = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final RunText text = new RunText();
    private int linkDepth;
    private int preformattedDepth;
    private @Nullable Box box;

    private LayoutReader() {}

    static Layout read(Element body) {
        LayoutReader reader = new LayoutReader();
        body.filter(reader);
        return new Layout(reader.runs, reader.boxes);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            text.append(piece.getWholeText(), linkDepth > 0, preformattedDepth > 0);
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? head(element, element.normalName()) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            linkDepth -= isLink(element.normalName()) ? 1 : 0;
            if (!INSIDE_LINES.contains(element.normalName())) {
                leave(element);
            }
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult head(Element element, String tag) {
        if (tag.equals("br")) {
            text.lineBreak();
            return FilterResult.SKIP_ENTIRELY;
        }
        if (tag.equals("hr") || UNSEEN.contains(tag)) {
            endRun();
            return FilterResult.SKIP_ENTIRELY;
        }
        if (UNSEEN_INSIDE_LINES.contains(tag) || isUnseen(element, tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        linkDepth += isLink(tag) ? 1 : 0;
        if (!INSIDE_LINES.contains(tag)) {
            enter(element, tag);
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element, String tag) {
        endRun();
        box = new Box(tag, BoxNames.bundled().traits(element), box, boxes.size(), runs.size());
        boxes.add(box);
        preformattedDepth += tag.equals("pre") ? 1 : 0;
    }

    private void leave(Element element) {
        endRun();
        preformattedDepth -= element.normalName().equals("pre") ? 1 : 0;
        if (box != null) {
            box.close(runs.size(), boxes.size());
            box = box.parent();
        }
    }

    private void endRun() {
        if (box != null) {
            runs.addAll(text.end(box));
        }
    }

    private static boolean isLink(String tag) {
        return tag.equals("a");
    }

    private static boolean isUnseen(Element element, String tag) {
        return element.attributesSize() > 0
                && !tag.equals("body")
                && (element.hasAttr("hidden")
                        || UNSEEN_ROLES.contains(element.attr("role"))
                        || element.attr("aria-hidden").equalsIgnoreCase("true")
                        || isStyledAway(element.attr("style")));
    }

    private static boolean isStyledAway(String style) {
        String tight = style.isEmpty() ? "" : style.replace(" ", "").toLowerCase(Locale.ROOT);
        return tight.contains("display:none") || tight.contains("visibility:hidden");
    }

    /**
     * The text of a run while it is read: white space collapsed, characters without width left out, line breaks kept.
     *
     * <p>Thread rule: for one page, in one thread.
     */
    private static final class RunText {

        private final StringBuilder text = new StringBuilder();
        private int linked;

        /** Adds a piece of text. */
        void append(String piece, boolean inLink, boolean breaksCount) {
            int before = text.length();
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                if (c == '\n' && breaksCount) {
                    lineBreak();
                } else if (isSpace(c)) {
                    space();
                } else if (!isInvisible(c)) {
                    text.append(c);
                }
            }
            if (inLink && text.length() > before) {
                linked += Run.letters(text.subSequence(before, text.length()));
            }
        }

        void lineBreak() {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            text.setLength(end);
            if (end > 0) {
                text.append('\n');
            }
        }

        /** The finished runs, and an empty text to go on with; two line breaks in a row part paragraphs, as authors use them. */
        List<Run> end(Box box) {
            List<Run> runs = new ArrayList<>();
            String whole = text.toString().strip();
            if (!whole.isEmpty()) {
                double share = (double) linked / Math.max(1, Run.letters(whole));
                for (String part : whole.contains("\n\n") ? List.of(whole.split("\\n{2,}", -1)) : List.of(whole)) {
                    runs.add(Run.of(part.strip(), box, (int) (share * Run.letters(part))));
                }
            }
            text.setLength(0);
            linked = 0;
            return runs;
        }

        private void space() {
            if (!text.isEmpty() && !isSpace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }

        private static boolean isSpace(char c) {
            return c <= ' ' || (c >= 0x80 && (Character.isSpaceChar(c) || c == 0x85));
        }

        private static boolean isInvisible(char c) {
            return c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
        }
    }
}
