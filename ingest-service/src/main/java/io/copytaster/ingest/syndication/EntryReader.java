package io.copytaster.ingest.syndication;

import io.copytaster.ingest.date.LenientDate;
import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.markup.Passage;
import io.copytaster.ingest.vocabulary.FeedLinks;
import io.copytaster.ingest.vocabulary.Fields;
import io.copytaster.ingest.vocabulary.PersonName;
import io.copytaster.ingest.vocabulary.Scope;
import io.copytaster.ingest.vocabulary.TextConstruct;
import io.copytaster.ingest.vocabulary.TextConstruct.Form;
import io.copytaster.ingest.xml.XmlElement;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry, whichever format it is in: each property from the element that says it best.
 *
 * @param atom whether plain names are those of Atom, where text is plain unless it says otherwise
 * @param language of the feed; null if unknown
 * @param author of the feed, inherited by entries of Atom; null without one
 */
record EntryReader(
        boolean atom, @Nullable String language, @Nullable String author) {

    private static final String[] CONTENT = {
        "content:encoded", "content", "atom:content", "fullitem", "xhtml:body", "xhtml:div", "body"
    };
    private static final String[] SUMMARY = {
        "description",
        "summary",
        "atom:summary",
        "dc:description",
        "itunes:summary",
        "media:description",
        "itunes:subtitle"
    };
    private static final String[] TITLE = {
        "title", "atom:title", "dc:title", "media:title", "itunes:title", "news:title"
    };
    private static final String[] AUTHOR = {
        "author", "atom:author", "dc:creator", "dc:author", "itunes:author", "media:credit", "managingeditor"
    };
    private static final String[] PUBLISHED = {
        "pubdate",
        "published",
        "issued",
        "atom:published",
        "atom:issued",
        "dcterms:issued",
        "news:publication_date",
        "dc:date",
        "dcterms:created",
        "created",
        "atom:created",
        "dcterms:date",
        "date"
    };
    private static final String[] UPDATED = {
        "updated", "modified", "atom:updated", "atom:modified", "dcterms:modified", "lastmod", "lastbuilddate"
    };

    FeedEntry read(XmlElement entry, Fields fields) {
        FeedLinks links = FeedLinks.of(fields);
        return new FeedEntry(
                id(entry, fields),
                links.page().or(() -> otherPage(entry, fields)).orElse(null),
                words(fields),
                new FeedEntry.Dates(date(fields, PUBLISHED), date(fields, UPDATED)),
                categories(fields),
                EnclosureReader.read(fields, links));
    }

    private static @Nullable String id(XmlElement entry, Fields fields) {
        return fields.text("guid", "id", "atom:id")
                .or(() -> Optional.ofNullable(entry.attributes().get("rdf:about")))
                .or(() -> fields.text("dc:identifier", "loc"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .orElse(null);
    }

    /** The page of an entry without a link: a permanent identifier, or where its content is. */
    private static Optional<String> otherPage(XmlElement entry, Fields fields) {
        return fields.all("guid")
                .filter(guid -> !guid.attribute("ispermalink").orElse("true").equalsIgnoreCase("false"))
                .map(XmlElement::ownText)
                .flatMap(guid -> LinkResolver.UNKNOWN.resolve(guid).filter(EntryReader::isAbsolute).stream())
                .findFirst()
                .or(() -> fields.text("loc").flatMap(fields.scope().base()::resolve))
                .or(() -> Optional.ofNullable(entry.attributes().get("rdf:about"))
                        .flatMap(LinkResolver.UNKNOWN::resolve)
                        .filter(EntryReader::isAbsolute));
    }

    private static boolean isAbsolute(String address) {
        return address.indexOf(':') > 0;
    }

    private FeedEntry.Words words(Fields fields) {
        Form text = atom ? Form.PLAIN : Form.EITHER;
        Optional<Passage> title = passage(fields, text, TITLE);
        return new FeedEntry.Words(
                title.map(Passage::text).orElse(null),
                fields.first(PersonName::of, AUTHOR).orElse(author),
                language(fields),
                passage(fields, atom ? Form.PLAIN : Form.HTML, CONTENT).orElse(Passage.EMPTY),
                passage(fields, atom ? Form.PLAIN : Form.HTML, SUMMARY).orElse(Passage.EMPTY));
    }

    private static Optional<Passage> passage(Fields fields, Form usual, String... keys) {
        return fields.first(
                element -> Optional.of(TextConstruct.read(element, fields.scope(), usual))
                        .filter(passage ->
                                !passage.isBlank() || !passage.links().isEmpty()),
                keys);
    }

    /** The language of the text itself if it is marked, else of what is around it. */
    private @Nullable String language(Fields fields) {
        Scope scope = fields.scope();
        return Stream.of(CONTENT, SUMMARY, TITLE)
                .flatMap(fields::all)
                .findFirst()
                .map(scope::within)
                .map(Scope::language)
                .or(() -> Optional.ofNullable(scope.language()))
                .or(() -> fields.text("dc:language", "language", "news:language"))
                .orElse(language);
    }

    private static @Nullable Instant date(Fields fields, String... keys) {
        return fields.first(element -> LenientDate.read(element.ownText()), keys)
                .orElse(null);
    }

    private static List<String> categories(Fields fields) {
        Set<String> categories = new LinkedHashSet<>();
        fields.all("category", "atom:category", "dc:subject", "media:category", "itunes:category")
                .flatMap(EntryReader::withNested)
                .forEach(category -> {
                    category.attribute("term")
                            .or(() -> category.attribute("text"))
                            .ifPresent(categories::add);
                    category.attribute("label").ifPresent(categories::add);
                    Optional.of(TextConstruct.read(category.ownText(), Form.EITHER, LinkResolver.UNKNOWN)
                                    .text())
                            .filter(text -> !text.isEmpty())
                            .ifPresent(categories::add);
                });
        fields.all("tags", "media:keywords", "itunes:keywords", "news:keywords")
                .flatMap(keywords -> Arrays.stream(keywords.ownText().split(",")))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty())
                .forEach(categories::add);
        return categories.stream().limit(FeedBounds.LIST).toList();
    }

    private static Stream<XmlElement> withNested(XmlElement category) {
        return Stream.concat(
                Stream.of(category),
                category.elements().filter(inner -> inner.local().equals(category.local())));
    }
}
