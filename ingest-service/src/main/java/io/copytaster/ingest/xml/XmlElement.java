package io.copytaster.ingest.xml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that was read.
 *
 * @param attributes by name as written, prefix included, in lower case; the first of equal ones
 * @param children in document order
 */
public record XmlElement(Name name, Map<String, String> attributes, List<XmlNode> children) implements XmlNode {

    public XmlElement {
        children = List.copyOf(children);
    }

    /** The local name, in lower case. */
    public String local() {
        return name.local();
    }

    /** An attribute by its local name in lower case, with any prefix; blank ones count as absent. */
    public Optional<String> attribute(String local) {
        String value = attributes.get(local);
        if (value == null) {
            value = prefixed(local);
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The child elements. */
    public Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Whether there is an element inside. */
    public boolean hasElements() {
        return elements().findAny().isPresent();
    }

    /** The text directly inside, as it stands. */
    public String ownText() {
        StringBuilder text = new StringBuilder();
        for (XmlNode child : children) {
            if (child instanceof Text piece) {
                text.append(piece.text());
            }
        }
        return text.toString();
    }

    private @Nullable String prefixed(String local) {
        return attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().endsWith(":" + local)
                        && !attribute.getKey().startsWith("xmlns:"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * The name of an element.
     *
     * @param prefix in lower case; empty without one
     * @param local in lower case
     * @param namespace what the prefix is bound to, as declared; empty where nothing declares it
     */
    public record Name(String prefix, String local, String namespace) {

        static Name of(String qualified, NamespaceScope scope) {
            int colon = qualified.indexOf(':');
            String prefix = colon < 0 ? "" : qualified.substring(0, colon).toLowerCase(Locale.ROOT);
            String local = qualified.substring(colon + 1).toLowerCase(Locale.ROOT);
            return new Name(prefix, local, scope.namespace(prefix));
        }

        /** Whether an end tag of that name closes this element: broken documents differ in case. */
        boolean isWritten(String qualified) {
            int colon = qualified.indexOf(':');
            return qualified.length() == local.length() + (prefix.isEmpty() ? 0 : prefix.length() + 1)
                    && qualified.regionMatches(true, colon + 1, local, 0, local.length())
                    && qualified.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }
}
