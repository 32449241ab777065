package io.copytaster.ingest.markup;

import java.util.regex.Pattern;

/** Mends HTML where a browser would swallow the text that follows: what is left of it is only ever read as text. */
final class HtmlRepair {

    private static final String COMMENT = "<!--";

    /** {@code <!} that begins neither a comment nor a DOCTYPE nor an editor's condition. */
    private static final Pattern DECLARATION =
            Pattern.compile("<!(?!--|\\[(?:if|endif)\\b[^>]{0,100}>|[Dd][Oo][Cc][Tt][Yy][Pp][Ee]\\s[^<>]{0,500}>)");
    /** Elements that close themselves as in XHTML, though HTML knows no such thing. */
    private static final Pattern CLOSING_ITSELF = Pattern.compile(
            "(?i)<(iframe|script|style|object|applet|noframes|noembed|textarea|title|template|video|audio|select)(\\s[^<>]{0,2000})?/>");
    /** A tag's beginning at the very end, with nothing in it. */
    private static final Pattern CUT = Pattern.compile("<(?=/?[A-Za-z]{0,20}\\s{0,5}\\z)");

    private HtmlRepair() {}

    /** The HTML with declarations that are none and a tag that is none as text, and elements closed that nothing closes. */
    static String repaired(String html) {
        String mended = html;
        if (html.contains("<!")) {
            mended = DECLARATION.matcher(withClosedComments(html)).replaceAll("&lt;!");
        }
        if (html.contains("/>")) {
            mended = CLOSING_ITSELF.matcher(mended).replaceAll("<$1></$1>");
        }
        return html.lastIndexOf('<') > html.lastIndexOf('>')
                ? CUT.matcher(mended).replaceFirst("&lt;")
                : mended;
    }

    /** A comment without an end ends with its tag; no comment after it has an end either. */
    private static String withClosedComments(String html) {
        int lastEnd = html.lastIndexOf("-->");
        int open = html.indexOf(COMMENT, Math.max(lastEnd, 0));
        if (open < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        int from = 0;
        while (open >= 0) {
            out.append(html, from, open);
            int end = html.indexOf('>', open);
            from = end < 0 ? html.length() : end + 1;
            open = html.indexOf(COMMENT, from);
        }
        return out.append(html, from, html.length()).toString();
    }
}
