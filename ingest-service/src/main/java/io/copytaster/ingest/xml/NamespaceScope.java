package io.copytaster.ingest.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The namespace declarations that are in force at an element: its own, then those around it. */
record NamespaceScope(
        Map<String, String> declared, @Nullable NamespaceScope outer) {

    static final NamespaceScope OUTERMOST = new NamespaceScope(Map.of(), null);

    private static final String DECLARATION = "xmlns";

    /** The scope within an element that has these attributes. */
    NamespaceScope within(Map<String, String> attributes) {
        Map<String, String> own = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.equals(DECLARATION)) {
                own.put("", value.strip());
            } else if (name.startsWith(DECLARATION + ":")) {
                own.put(name.substring(DECLARATION.length() + 1).toLowerCase(Locale.ROOT), value.strip());
            }
        });
        return own.isEmpty() ? this : new NamespaceScope(own, this);
    }

    /** The namespace of a prefix, empty where nothing declares it. */
    String namespace(String prefix) {
        for (NamespaceScope scope = this; scope != null; scope = scope.outer) {
            String namespace = scope.declared.get(prefix);
            if (namespace != null) {
                return namespace;
            }
        }
        return "";
    }
}
