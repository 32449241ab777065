package io.copytaster.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A feed of the domain in RSS 2.0, entry by entry. */
record SampleFeed(String title, List<String> items) {

    /** More than any threshold for whole texts. */
    static final String WHOLE_TEXT =
            "Le gouvernement a annoncé mercredi de nouvelles mesures sur les puces. ".repeat(25);

    static SampleFeed empty() {
        return new SampleFeed("La Gazette", List.of());
    }

    /** With an entry that has its whole text in it. */
    SampleFeed with(String guid, String link, String headline) {
        return with(guid, link, headline, WHOLE_TEXT + headline);
    }

    SampleFeed with(String guid, String link, String headline, String text) {
        var more = new ArrayList<>(items);
        more.addFirst("<item><title>" + headline + "</title><link>" + link + "</link><guid isPermaLink=\"false\">"
                + guid + "</guid><description>" + text + "</description><category>Économie</category></item>");
        return new SampleFeed(title, more);
    }

    String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>" + title
                + "</title><link>https://gazette.example/</link><description>d</description><language>fr</language>"
                + items.stream().collect(Collectors.joining()) + "</channel></rss>";
    }

    NewsSite.Page page() {
        return NewsSite.Page.feed(xml());
    }
}
