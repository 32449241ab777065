package io.copytaster.ingest.opml;

import io.copytaster.ingest.charset.DecodedText;
import io.copytaster.ingest.charset.TextDecoder;
import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.xml.XmlBounds;
import io.copytaster.ingest.xml.XmlDocument;
import io.copytaster.ingest.xml.XmlElement;
import io.copytaster.ingest.xml.XmlFlaw;
import io.copytaster.ingest.xml.XmlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads OPML 1.0 to 2.0 (opml.org), well-formed or not, as tolerantly and as safely as feeds are read. Thread-safe. */
public final class OpmlReader {

    /** Largest document, in bytes. */
    public static final int BYTES = 8 << 20;
    /** Most feeds in a list. */
    public static final int FEEDS = 20_000;

    private static final XmlBounds BOUNDS = new XmlBounds(100, 200_000);
    private static final Set<String> ROOTS = Set.of("opml", "html", "rss", "rdf", "feed");
    private static final Set<String> FEED_TYPES = Set.of("rss", "rss1", "atom", "feed", "rdf");

    /** An outline and the folders that it is in. */
    private record Outline(XmlElement element, List<String> folders) {}

    /** The list in a document, or why it holds none. */
    public OpmlReading read(byte[] body, Map<String, String> headers) {
        if (body.length > BYTES) {
            return new OpmlReading.Refused("expected at most " + BYTES + " bytes, got " + body.length);
        }
        DecodedText decoded = TextDecoder.decode(body, headers);
        XmlDocument document = new XmlReader(BOUNDS, Set.of(), Set.of()).read(decoded.text());
        if (document.cut()) {
            return new OpmlReading.Refused("expected at most " + BOUNDS.elements() + " elements, got more");
        }
        Optional<XmlElement> root = document.first(element -> ROOTS.contains(element.local()));
        if (root.isEmpty() || !root.get().local().equals("opml")) {
            return new OpmlReading.Refused("expected a list of feeds in OPML, got "
                    + root.map(element -> "a document <" + element.local() + ">")
                            .orElse("something else"));
        }
        List<String> warnings = new ArrayList<>(decoded.warnings());
        document.flaws().stream().map(XmlFlaw::sentence).forEach(warnings::add);
        return list(root.get(), warnings);
    }

    private static OpmlReading list(XmlElement root, List<String> warnings) {
        Map<String, OpmlFeed> feeds = new LinkedHashMap<>();
        Deque<Outline> open = new ArrayDeque<>(List.of(new Outline(root, List.of())));
        int unusable = 0;
        while (!open.isEmpty() && feeds.size() <= FEEDS) {
            Outline outline = open.pop();
            Optional<String> written = address(outline.element());
            Optional<OpmlFeed> feed = written.flatMap(address -> feed(outline, address));
            unusable += written.isPresent() && feed.isEmpty() ? 1 : 0;
            feed.ifPresent(read -> feeds.putIfAbsent(key(read.xmlUrl()), read));
            List<String> folders = written.isPresent() ? outline.folders() : inside(outline);
            outline.element().elements().toList().reversed().forEach(child -> open.push(new Outline(child, folders)));
        }
        if (feeds.size() > FEEDS) {
            return new OpmlReading.Refused("expected at most " + FEEDS + " feeds, got more");
        }
        if (unusable > 0) {
            warnings.add(unusable + " outlines have an address that is neither http nor https; they are left out");
        }
        return new OpmlReading.Read(List.copyOf(feeds.values()), warnings);
    }

    private static Optional<String> address(XmlElement outline) {
        return outline.attribute("xmlurl")
                .or(() -> outline.attribute("url")
                        .filter(_ -> FEED_TYPES.contains(
                                outline.attribute("type").orElse("").toLowerCase(Locale.ROOT))));
    }

    private static Optional<OpmlFeed> feed(Outline outline, String address) {
        XmlElement element = outline.element();
        return web(address)
                .map(url -> new OpmlFeed(
                        element.attribute("title")
                                .or(() -> element.attribute("text"))
                                .orElse(null),
                        url,
                        element.attribute("htmlurl").flatMap(OpmlReader::web).orElse(null),
                        outline.folders().isEmpty() ? category(element) : outline.folders()));
    }

    /** The folders that an outline outside all folders names in its attribute; the first of several. */
    private static List<String> category(XmlElement outline) {
        return outline.attribute("category")
                .map(categories -> List.of(categories.split(",", 2)[0].split("/")))
                .orElse(List.of());
    }

    private static Optional<String> web(String address) {
        return LinkResolver.UNKNOWN.resolve(address).filter(url -> url.contains("://"));
    }

    private static List<String> inside(Outline outline) {
        if (!outline.element().local().equals("outline") || outline.folders().size() >= OpmlFeed.FOLDERS) {
            return outline.folders();
        }
        Optional<String> name =
                outline.element().attribute("text").or(() -> outline.element().attribute("title"));
        if (name.isEmpty()) {
            return outline.folders();
        }
        List<String> folders = new ArrayList<>(outline.folders());
        folders.add(name.get());
        return folders;
    }

    /** Addresses that differ in the case of their host or in a bare slash are one. */
    private static String key(String url) {
        int host = url.indexOf("://") + 3;
        int end = host;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String rest = url.substring(end);
        return url.substring(0, end).toLowerCase(Locale.ROOT) + (rest.startsWith("/") ? rest : "/" + rest);
    }
}
