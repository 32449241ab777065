package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.xml.XmlElement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which element is meant, whatever prefix it has: {@code title} for the feed's own vocabulary, {@code dc:title} for a module's. Modules are known by
 * their namespaces; an undeclared prefix means what it customarily means.
 *
 * @param own the namespace of the feed itself, whichever it is
 */
public record Vocabulary(String own) {

    private static final Pattern SCHEME_AND_TAIL = Pattern.compile("^https?://(www\\.)?|[/#]+$");

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("video.search.yahoo.com/mrss", "media"),
            Map.entry("tools.search.yahoo.com/mrss", "media"),
            Map.entry("itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("w3.org/1999/xhtml", "xhtml"));

    /** Namespaces of RSS itself and of others that stand for none. */
    private static final Set<String> PLAIN = Set.of(
            "",
            "w3.org/1999/02/22-rdf-syntax-ns",
            "purl.org/rss/1.0",
            "purl.org/rss/2.0",
            "my.netscape.com/rdf/simple/0.9",
            "channel.netscape.com/rdf/simple/0.9",
            "backend.userland.com/rss",
            "backend.userland.com/rss2",
            "backend.userland.com/rss091",
            "blogs.law.harvard.edu/tech/rss",
            "cyber.law.harvard.edu/rss/rss.html",
            "sitemaps.org/schemas/sitemap/0.9");

    public static Vocabulary of(XmlElement feed) {
        return new Vocabulary(feed.name().namespace());
    }

    /** The name of the element's meaning; with {@code ?} in front where it has none for us. */
    public String key(XmlElement element) {
        String namespace = element.name().namespace();
        if (namespace.equals(own) && !namespace.isEmpty()) {
            return element.local();
        }
        String plain =
                SCHEME_AND_TAIL.matcher(namespace.toLowerCase(Locale.ROOT)).replaceAll("");
        String module = MODULES.get(plain);
        if (module != null) {
            return module + ":" + element.local();
        }
        if (!PLAIN.contains(plain)) {
            return "?:" + element.local();
        }
        String prefix = namespace.isEmpty() ? element.name().prefix() : "";
        return MODULES.containsValue(prefix) ? prefix + ":" + element.local() : element.local();
    }
}
