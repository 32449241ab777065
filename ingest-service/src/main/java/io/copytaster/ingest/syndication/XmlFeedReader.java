package io.copytaster.ingest.syndication;

import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.vocabulary.Fields;
import io.copytaster.ingest.vocabulary.PersonName;
import io.copytaster.ingest.vocabulary.Scope;
import io.copytaster.ingest.vocabulary.Vocabulary;
import io.copytaster.ingest.xml.XmlBounds;
import io.copytaster.ingest.xml.XmlDocument;
import io.copytaster.ingest.xml.XmlElement;
import io.copytaster.ingest.xml.XmlFlaw;
import io.copytaster.ingest.xml.XmlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads feeds that are XML: finds the feed in the document, its head and its entries, however they are nested. */
final class XmlFeedReader {

    private static final int DEPTH = 200;
    private static final Set<String> FEEDS = Set.of("rss", "rdf", "feed", "channel", "urlset");
    private static final Set<String> OTHERS = Set.of("html", "sitemapindex", "opml");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> LEAVES = Set.of(
            "title", "link", "guid", "pubdate", "category", "comments", "id", "published", "updated", "enclosure");
    /** Longest name that a reason repeats. */
    private static final int SHOWN = 40;

    private final FeedBounds bounds;

    XmlFeedReader(FeedBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Reads a text.
     *
     * @param language what the header says; null if nothing
     */
    FeedReading read(String text, LinkResolver base, @Nullable String language) {
        XmlDocument document = new XmlReader(new XmlBounds(DEPTH, bounds.elements()), ENTRIES, LEAVES).read(text);
        if (document.cut()) {
            return tooLarge("at most " + bounds.elements() + " elements");
        }
        Optional<XmlElement> root =
                document.first(element -> FEEDS.contains(element.local()) || OTHERS.contains(element.local()));
        if (root.isEmpty()) {
            return notAFeed(document);
        }
        return switch (root.get().local()) {
            case "html" ->
                new FeedReading.Refused(
                        FeedReading.Cause.WEB_PAGE,
                        "expected a feed, got a web page; look for the feed that it links to");
            case "sitemapindex" ->
                new FeedReading.Refused(
                        FeedReading.Cause.SITEMAP_INDEX,
                        "expected a feed or a news sitemap, got an index of sitemaps; take one of them");
            case "opml" ->
                new FeedReading.Refused(
                        FeedReading.Cause.NOT_A_FEED, "expected a feed, got a list of feeds in OPML; import it");
            default -> feed(root.get(), document, base, language);
        };
    }

    private FeedReading feed(XmlElement root, XmlDocument document, LinkResolver base, @Nullable String language) {
        XmlElement channel = root.elements()
                .filter(element -> element.local().equals("channel"))
                .findFirst()
                .orElse(root);
        Vocabulary vocabulary = Vocabulary.of(channel);
        Scope outside = new Scope(base, null);
        Scope around = channel.equals(root) ? outside : outside.within(root);
        boolean atom = root.local().equals("feed");
        Fields fields = Fields.of(channel, vocabulary, around);
        Feed.Head head = new HeadReader(atom, language).read(fields);
        EntryReader entries = new EntryReader(
                atom,
                head.language(),
                atom ? fields.first(PersonName::of, "author").orElse(null) : null);
        List<Found> found = entries(root, vocabulary, outside);
        if (found.size() > bounds.entries()) {
            return tooLarge("at most " + bounds.entries() + " entries");
        }
        return new FeedReading.Read(new Feed(
                head,
                found.stream()
                        .map(entry ->
                                entries.read(entry.element(), Fields.of(entry.element(), vocabulary, entry.around())))
                        .toList(),
                document.flaws().stream().map(XmlFlaw::sentence).toList()));
    }

    /** An entry and what it inherits. */
    private record Found(XmlElement element, Scope around) {}

    /** All entries that are not inside another, in document order; RSS 1.0 has them beside the channel, broken feeds anywhere. */
    private static List<Found> entries(XmlElement root, Vocabulary vocabulary, Scope outside) {
        Set<String> names = root.local().equals("urlset") ? Set.of("url") : ENTRIES;
        List<Found> entries = new ArrayList<>();
        Deque<Found> open = new ArrayDeque<>();
        open.push(new Found(root, outside));
        while (!open.isEmpty()) {
            Found next = open.pop();
            if (names.contains(vocabulary.key(next.element()))) {
                entries.add(next);
            } else {
                Scope inside = next.around().within(next.element());
                next.element().elements().toList().reversed().forEach(child -> open.push(new Found(child, inside)));
            }
        }
        return entries;
    }

    private static FeedReading notAFeed(XmlDocument document) {
        String came = document.top().stream()
                .findFirst()
                .map(element -> "an element <"
                        + element.local()
                                .substring(0, Math.min(SHOWN, element.local().length())) + ">")
                .orElse("no element at all");
        return new FeedReading.Refused(
                FeedReading.Cause.NOT_A_FEED, "expected RSS, Atom, JSON Feed or a news sitemap, got " + came);
    }

    private static FeedReading tooLarge(String bound) {
        return new FeedReading.Refused(
                FeedReading.Cause.TOO_LARGE, "expected " + bound + ", got more; nothing of it was taken");
    }
}
