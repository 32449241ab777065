package io.copytaster.systemtests.feeds;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An invented newspaper: a feed with validators, a page for each entry, and a robots.txt that allows all.
 *
 * @param name unique among papers, since the texts depend on it
 * @param growth when entries appear
 * @param content what the entries hold
 * @param validators what the feed says of its version
 */
public record Paper(String name, Growth growth, Content content, Validators validators) implements Script {

    /** The path of the feed. */
    public static final String FEED = "/feed.xml";

    private static final int FULL = 1600;
    private static final int SUMMARY = 120;
    private static final String ARTICLE = "/article/";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What the entries of a feed hold. */
    public enum Content {
        /** The whole text. */
        FULL,
        /** One sentence; the text is on the entry's page. */
        SUMMARY
    }

    /** What a feed says of its version. */
    public enum Validators {
        /** Both validators, and 304 when they match. */
        HONEST,
        /** The same entity tag whatever the feed holds, and the whole feed at every request. */
        LYING,
        /** None, and the whole feed at every request. */
        NONE
    }

    /** The address of an entry's page. */
    public String articleUrl(String base, int entry) {
        return base + ARTICLE + entry;
    }

    /** The text of an entry, in its feed or on its page. */
    public String text(int entry) {
        return EntryText.of(subject(entry), seed(entry), FULL);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        var path = exchange.path();
        if (path.equals(FEED)) {
            feed(exchange, growth.entries(Instant.now()));
        } else if (path.equals("/robots.txt")) {
            exchange.respond(200, Map.of("Content-Type", "text/plain"), "User-agent: *\nAllow: /\n");
        } else if (path.startsWith(ARTICLE)) {
            page(exchange, Integer.parseInt(path.substring(ARTICLE.length())));
        } else {
            exchange.respond(404, Map.of(), "");
        }
    }

    private void feed(Exchange exchange, int entries) throws IOException {
        var headers = new LinkedHashMap<>(Map.of("Content-Type", "application/rss+xml; charset=utf-8"));
        var tag = validators == Validators.LYING ? "\"always\"" : "\"" + name + "-" + entries + "\"";
        var modified = HTTP_DATE.format(growth.appearsAt(entries - 1));
        if (validators != Validators.NONE) {
            headers.put("ETag", tag);
            headers.put("Last-Modified", modified);
        }
        boolean same = exchange.header("if-none-match")
                .map(tag::equals)
                .orElseGet(() -> exchange.header("if-modified-since")
                        .map(modified::equals)
                        .orElse(false));
        if (validators == Validators.HONEST && same) {
            exchange.respond(304, headers, "");
        } else {
            exchange.respond(200, headers, rss(exchange.base(), entries));
        }
    }

    private String rss(String base, int entries) {
        var rss = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>%s</title><link>%s/</link><description>News</description>
            <language>en</language>
            """.formatted(name, base));
        for (int entry = entries - 1; entry >= 0; entry--) {
            var text = content == Content.FULL ? text(entry) : EntryText.of(subject(entry), seed(entry), SUMMARY);
            rss.append("""
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s-%d</guid>
                <pubDate>%s</pubDate><description>%s</description></item>
                """.formatted(
                            subject(entry),
                            articleUrl(base, entry),
                            name,
                            entry,
                            HTTP_DATE.format(growth.appearsAt(entry)),
                            text));
        }
        return rss.append("</channel></rss>\n").toString();
    }

    private void page(Exchange exchange, int entry) throws IOException {
        var paragraphs = text(entry).replace(". ", ".</p>\n<p>");
        exchange.respond(200, Map.of("Content-Type", "text/html; charset=utf-8"), """
            <!DOCTYPE html><html lang="en"><head><title>%1$s</title></head><body><nav><a href="/">Home</a></nav>
            <main><article><h1>%1$s</h1><p>%2$s</p></article></main><footer>%3$s</footer></body></html>
            """.formatted(
                        subject(entry), paragraphs, name));
    }

    private String subject(int entry) {
        return "report " + entry + " of " + name;
    }

    private long seed(int entry) {
        return name.hashCode() * 31L + entry;
    }
}
