package io.copytaster.ingest.extract.metadata;

import io.copytaster.ingest.extract.metadata.PageMetadata.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads what a page states about its article. What is written for machines goes before what is written for people:
 * JSON-LD (schema.org), then meta tags (Dublin Core, Open Graph, article, parsely), then microdata and links, then the
 * text of the page.
 *
 * <p>Stateless; each source is bounded, and a malformed one counts as absent.
 */
public final class MetadataReader {

    private static final int LONGEST_LANGUAGE = 35;
    private static final int FEW_TIMES = 2;
    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "datepublished",
            "dc.date.issued",
            "dc.issued",
            "dc.created",
            "dc.date.created",
            "dc.date",
            "publish-date",
            "publish_date",
            "publishdate",
            "published-date",
            "pubdate",
            "publication_date",
            "publication-date",
            "article.published",
            "cxenseparse:recs:publishtime",
            "date",
            "created");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "og:modified_time",
            "datemodified",
            "dc.modified",
            "dc.date.modified",
            "last-modified",
            "lastmod",
            "modified",
            "revised");

    /** What the page states; {@code <base href>} and the page's own address make its links absolute. */
    public PageMetadata read(Document page) {
        MetaTags tags = MetaTags.of(page);
        StatedArticle stated = JsonLd.article(page);
        return new PageMetadata(
                Headlines.of(page, tags, stated),
                Bylines.of(page, tags, stated).orElse(null),
                language(page, tags, stated).orElse(null),
                site(tags, stated).orElse(null),
                canonical(page, tags, stated).orElse(null),
                new Dates(
                        published(page, tags, stated).orElse(null),
                        modified(page, tags, stated).orElse(null)),
                plain(stated.body()));
    }

    private static Optional<String> language(Document page, MetaTags tags, StatedArticle stated) {
        Element html = page.selectFirst("html");
        Stream<String> declared = html == null ? Stream.of() : Stream.of(html.attr("lang"), html.attr("xml:lang"));
        return Stream.of(
                        declared,
                        tags.all("content-language", "og:locale", "dc.language", "language"),
                        Stream.of(stated.language()))
                .flatMap(source -> source)
                .map(MetadataReader::language)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A language tag in its customary case, where the text is one. */
    private static Optional<String> language(String text) {
        String tag = text.strip().replace('_', '-').split("[,;\\s]", 2)[0];
        if (tag.isEmpty() || tag.length() > LONGEST_LANGUAGE) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(tag);
        return Optional.of(locale.toLanguageTag())
                .filter(_ -> !locale.getLanguage().isEmpty())
                .filter(known -> !known.equals("und"));
    }

    private static Optional<String> site(MetaTags tags, StatedArticle stated) {
        return Stream.concat(
                        Stream.of(stated.publisher()),
                        tags.all("og:site_name", "application-name", "dc.publisher", "publisher"))
                .filter(name -> !name.isBlank() && !name.startsWith("http"))
                .findFirst();
    }

    private static Optional<String> canonical(Document page, MetaTags tags, StatedArticle stated) {
        Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
        return Stream.of(
                        Stream.of(link == null ? "" : absolute(page, link.attr("href"))),
                        tags.all("og:url").map(url -> absolute(page, url)),
                        Stream.of(absolute(page, stated.url())))
                .flatMap(source -> source)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .findFirst();
    }

    private static String absolute(Document page, String url) {
        Element link = new Element("a").attr("href", url.strip());
        link.setBaseUri(page.baseUri());
        return url.isBlank() ? "" : link.absUrl("href");
    }

    private static Optional<Instant> published(Document page, MetaTags tags, StatedArticle stated) {
        return StatedDate.read(stated.published())
                .or(() -> dates(tags.all(PUBLISHED)))
                .or(() -> marked(page, "[itemprop~=(?i)^datePublished$]"))
                .or(() -> marked(page, "time[pubdate]"))
                .or(() -> marked(page, "article time[datetime], main time[datetime]"))
                .or(() -> onlyTime(page));
    }

    private static Optional<Instant> modified(Document page, MetaTags tags, StatedArticle stated) {
        return StatedDate.read(stated.modified())
                .or(() -> dates(tags.all(MODIFIED)))
                .or(() -> marked(page, "[itemprop~=(?i)^dateModified$]"));
    }

    /** A page with many times lists other articles, and the first may be anyone's. */
    private static Optional<Instant> onlyTime(Document page) {
        return page.select("time[datetime]").size() <= FEW_TIMES ? marked(page, "time[datetime]") : Optional.empty();
    }

    private static Optional<Instant> marked(Document page, String query) {
        Element element = page.selectFirst(query);
        return element == null
                ? Optional.empty()
                : dates(Stream.of(element.attr("datetime"), element.attr("content"), element.text()));
    }

    private static Optional<Instant> dates(Stream<String> texts) {
        return texts.map(StatedDate::read).flatMap(Optional::stream).findFirst();
    }

    /** Some publishers state their text as HTML. */
    private static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text.strip()
                : Jsoup.parse(text).wholeText().strip();
    }
}
