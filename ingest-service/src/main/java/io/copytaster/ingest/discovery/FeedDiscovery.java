package io.copytaster.ingest.discovery;

import io.copytaster.ingest.discovery.FeedCandidate.Evidence;
import io.copytaster.ingest.markup.LinkResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Finds the feeds of a page: those that it declares in {@code <link rel="alternate">} (RSS autodiscovery), else those that it links to, else where sites
 * customarily have one. Nothing is fetched. Thread-safe.
 */
public final class FeedDiscovery {

    /** Most candidates of a page. */
    public static final int CANDIDATES = 30;

    private static final int DEPTH = 256;
    /** Links of a page that are looked at. */
    private static final int LINKS = 5_000;

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "text/rss+xml",
            "text/rss");
    /** Types of which many other things are too. */
    private static final Set<String> BROAD_TYPES = Set.of("application/xml", "text/xml", "application/json");

    private static final Pattern FEED_PATH = Pattern.compile(
            "(?i)(?:/|[._-])(?:feeds?|rss|atom|rdf)(?:[._-][a-z0-9]{0,12}|[0-9]{1,2})?/?(?:\\.(?:xml|json|php|aspx?))?$|\\.(?:rss|rdf|atom)$|/(?:index|news)\\.xml$");
    private static final Pattern FEED_QUERY =
            Pattern.compile("(?i)[?&](?:feed|format|output|type|alt)=(?:rss|atom|feed|rdf)");
    private static final Pattern COMMENTS = Pattern.compile("(?i)comment|kommentar|comentario|комментари");
    private static final List<String> CUSTOMARY =
            List.of("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json");

    private FeedDiscovery() {}

    /** The candidates of a page, the likeliest first, each address once. */
    public static List<FeedCandidate> candidates(String html, String pageUrl) {
        Document page = Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, "");
        LinkResolver base = new LinkResolver(pageUrl)
                .at(Optional.ofNullable(page.selectFirst("base[href]"))
                        .map(tag -> tag.attr("href"))
                        .orElse(null));
        List<FeedCandidate> found = new ArrayList<>(declared(page, base).toList());
        if (found.stream().noneMatch(candidate -> candidate.evidence() == Evidence.DECLARED)) {
            linked(page, base).forEach(found::add);
        }
        if (found.isEmpty()) {
            guessed(pageUrl).forEach(found::add);
        }
        Map<String, FeedCandidate> once = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(FeedCandidate::evidence))
                .forEach(candidate -> once.putIfAbsent(candidate.url(), candidate));
        return once.values().stream().limit(CANDIDATES).toList();
    }

    private static Stream<FeedCandidate> declared(Document page, LinkResolver base) {
        return page.select("link[href]").stream()
                .limit(LINKS)
                .filter(FeedDiscovery::declaresFeed)
                .flatMap(link -> candidate(link, link.attr("title"), base, Evidence.DECLARED).stream());
    }

    private static boolean declaresFeed(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        String type =
                link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        boolean broad = BROAD_TYPES.contains(type) && looksLikeFeed(link.attr("href"));
        return relations.contains("feed") || (relations.contains("alternate") && (TYPES.contains(type) || broad));
    }

    private static Stream<FeedCandidate> linked(Document page, LinkResolver base) {
        return page.select("a[href]").stream()
                .limit(LINKS)
                .filter(link -> looksLikeFeed(link.attr("href")))
                .flatMap(link -> candidate(link, link.text(), base, Evidence.LINKED).stream());
    }

    private static Stream<FeedCandidate> guessed(String pageUrl) {
        LinkResolver base = new LinkResolver(pageUrl);
        return CUSTOMARY.stream()
                .flatMap(path -> base.resolve(path).stream())
                .map(url -> new FeedCandidate(url, null, Evidence.GUESSED));
    }

    private static Optional<FeedCandidate> candidate(Element link, String title, LinkResolver base, Evidence evidence) {
        boolean comments = COMMENTS.matcher(title).find()
                || COMMENTS.matcher(link.attr("href")).find();
        return base.resolve(link.attr("href"))
                .map(url -> new FeedCandidate(
                        url,
                        title.isBlank() ? null : title.strip(),
                        comments && evidence == Evidence.DECLARED ? Evidence.COMMENTS : evidence));
    }

    private static boolean looksLikeFeed(String href) {
        int end = href.indexOf('#');
        String address = end < 0 ? href : href.substring(0, end);
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return FEED_PATH.matcher(path).find() || FEED_QUERY.matcher(address).find();
    }
}
