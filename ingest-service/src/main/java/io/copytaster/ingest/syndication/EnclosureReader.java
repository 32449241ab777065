package io.copytaster.ingest.syndication;

import io.copytaster.ingest.vocabulary.FeedLinks;
import io.copytaster.ingest.vocabulary.Fields;
import io.copytaster.ingest.vocabulary.Scope;
import io.copytaster.ingest.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files that belong to an entry: enclosures of RSS and Atom, and media of Media RSS. */
final class EnclosureReader {

    private EnclosureReader() {}

    static List<FeedEntry.Enclosure> read(Fields fields, FeedLinks links) {
        Stream<FeedEntry.Enclosure> linked =
                links.with("enclosure").map(link -> enclosure(link.address(), link.element()));
        Stream<FeedEntry.Enclosure> given = fields.all("enclosure", "media:content")
                .flatMap(element -> enclosure(element, fields.scope()).stream());
        return Stream.concat(linked, given).distinct().limit(FeedBounds.LIST).toList();
    }

    private static Optional<FeedEntry.Enclosure> enclosure(XmlElement element, Scope around) {
        return element.attribute("url")
                .or(() -> element.attribute("href"))
                .flatMap(around.within(element).base()::resolve)
                .map(address -> enclosure(address, element));
    }

    private static FeedEntry.Enclosure enclosure(String address, XmlElement element) {
        return new FeedEntry.Enclosure(
                address,
                element.attribute("type").orElse(null),
                element.attribute("length")
                        .or(() -> element.attribute("filesize"))
                        .orElse(null));
    }
}
