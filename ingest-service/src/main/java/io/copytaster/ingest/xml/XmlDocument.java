package io.copytaster.ingest.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A document as far as it could be read.
 *
 * @param top the outermost elements, one in a well-formed document
 * @param flaws what is wrong with it, for people; each flaw once
 * @param cut whether it has more elements than the bound allows, so that the rest is missing
 */
public record XmlDocument(List<XmlElement> top, List<XmlFlaw> flaws, boolean cut) {

    public XmlDocument {
        top = List.copyOf(top);
        flaws = List.copyOf(flaws);
    }

    /** The first element in document order that fits. */
    public Optional<XmlElement> first(Predicate<XmlElement> fits) {
        Deque<XmlElement> open = new ArrayDeque<>(top);
        while (!open.isEmpty()) {
            XmlElement element = open.removeFirst();
            if (fits.test(element)) {
                return Optional.of(element);
            }
            element.elements().toList().reversed().forEach(open::addFirst);
        }
        return Optional.empty();
    }

    boolean isWellNested() {
        return !flaws.contains(XmlFlaw.NESTING);
    }
}
