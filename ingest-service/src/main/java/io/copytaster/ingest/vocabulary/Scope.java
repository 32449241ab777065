package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.markup.LinkResolver;
import io.copytaster.ingest.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * What elements inherit from those around them.
 *
 * @param language from {@code xml:lang}; null where none is in force
 */
public record Scope(LinkResolver base, @Nullable String language) {

    /** The scope inside an element. */
    public Scope within(XmlElement element) {
        String given = element.attributes().get("xml:lang");
        String inner = given == null ? language : given.isBlank() ? null : given.strip();
        return new Scope(base.at(element.attributes().get("xml:base")), inner);
    }
}
