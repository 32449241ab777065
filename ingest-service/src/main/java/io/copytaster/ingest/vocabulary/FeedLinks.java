package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The links of a feed or an entry, by what they lead to: Atom's with a relation, RSS's as text.
 *
 * @param all in document order; addresses http or https only
 */
public record FeedLinks(List<FeedLink> all) {

    private static final String REGISTERED = "http://www.iana.org/assignments/relation/";
    private static final String ALTERNATE = "alternate";

    public FeedLinks {
        all = List.copyOf(all);
    }

    /**
     * A link.
     *
     * @param relation in lower case, {@code alternate} where none is given
     * @param element where its other attributes are
     */
    public record FeedLink(String relation, String address, XmlElement element) {}

    /** The links among the fields. */
    public static FeedLinks of(Fields fields) {
        return new FeedLinks(fields.all("link", "atom:link", "feedburner:origlink")
                .flatMap(element -> link(element, fields.scope()))
                .toList());
    }

    /** The page: as text in RSS, else the alternate that is a web page, else any alternate. */
    public Optional<String> page() {
        return all.stream()
                .filter(link -> link.relation().equals(ALTERNATE))
                .min((one, other) -> Integer.compare(rank(one), rank(other)))
                .map(FeedLink::address);
    }

    /** The links with a relation. */
    public Stream<FeedLink> with(String relation) {
        return all.stream().filter(link -> link.relation().equals(relation));
    }

    private static Stream<FeedLink> link(XmlElement element, Scope around) {
        String text = element.ownText().strip();
        return element
                .attribute("href")
                .or(() -> Optional.of(text).filter(address -> !address.isEmpty()))
                .flatMap(reference -> around.within(element).base().resolve(reference))
                .map(address -> new FeedLink(relation(element), address, element))
                .stream();
    }

    private static String relation(XmlElement element) {
        String relation = element.attribute("rel").orElse(ALTERNATE).toLowerCase(Locale.ROOT);
        return relation.startsWith(REGISTERED) ? relation.substring(REGISTERED.length()) : relation;
    }

    /** The publisher's own address behind a counting service comes before the service's; relations in capitals are no relations, strictly. */
    private static int rank(FeedLink link) {
        XmlElement element = link.element();
        if (element.local().equals("origlink")) {
            return 0;
        }
        if (!element.attributes().containsKey("href")) {
            return 1;
        }
        boolean page = element.attribute("type").orElse("text/html").contains("html");
        boolean exact = element.attribute("rel").orElse(ALTERNATE).endsWith(link.relation());
        return (page ? 2 : 3) + (exact ? 0 : 2);
    }
}
