package io.copytaster.ingest.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes OPML 2.0. What is written reads back as it was, feeds of one folder together. Not thread-safe. */
public final class OpmlWriter {

    private final StringBuilder out = new StringBuilder();

    private OpmlWriter() {}

    /** A folder, and what is in it. */
    private record Folder(List<OpmlFeed> feeds, Map<String, Folder> folders) {

        Folder() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }

        void put(OpmlFeed feed) {
            Folder folder = this;
            for (String name : feed.folders()) {
                folder = folder.folders.computeIfAbsent(name, _ -> new Folder());
            }
            folder.feeds.add(feed);
        }
    }

    /** The list as a document in UTF-8. */
    public static String write(String title, List<OpmlFeed> feeds) {
        Folder root = new Folder();
        feeds.forEach(root::put);
        OpmlWriter writer = new OpmlWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>");
        writer.escaped(title);
        writer.out.append("</title></head>\n<body>\n");
        writer.contents(root);
        return writer.out.append("</body>\n</opml>\n").toString();
    }

    /** Recursive: folders are at most {@link OpmlFeed#FOLDERS} deep. */
    private void contents(Folder folder) {
        folder.feeds().forEach(this::feed);
        folder.folders().forEach((name, inner) -> {
            out.append("<outline");
            attribute("text", name);
            out.append(">\n");
            contents(inner);
            out.append("</outline>\n");
        });
    }

    private void feed(OpmlFeed feed) {
        String title = feed.title() == null ? "" : feed.title();
        out.append("<outline type=\"rss\"");
        attribute("text", title);
        attribute("title", title);
        attribute("xmlUrl", feed.xmlUrl());
        if (feed.htmlUrl() != null) {
            attribute("htmlUrl", feed.htmlUrl());
        }
        out.append("/>\n");
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(value);
        out.append('"');
    }

    /** Characters that XML does not allow are left out. */
    private void escaped(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append(c).append(';');
                default -> {
                    if (c >= ' ' && c != 0x7f && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
