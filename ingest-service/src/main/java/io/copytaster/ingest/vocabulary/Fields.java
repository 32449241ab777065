package io.copytaster.ingest.vocabulary;

import io.copytaster.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The children of a feed or entry by their meaning; those of groups that only hold others together count as its own. */
public final class Fields {

    private static final Set<String> GROUPS = Set.of("media:group", "media:content", "news:news", "news:publication");

    private final Map<String, List<XmlElement>> byKey = new HashMap<>();
    private final Scope scope;

    private Fields(Scope scope) {
        this.scope = scope;
    }

    /** The fields of an element. */
    public static Fields of(XmlElement element, Vocabulary vocabulary, Scope around) {
        Fields fields = new Fields(around.within(element));
        List<XmlElement> groups = new ArrayList<>(List.of(element));
        while (!groups.isEmpty()) {
            groups.removeFirst().elements().forEach(child -> {
                String key = vocabulary.key(child);
                fields.byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(child);
                if (GROUPS.contains(key)) {
                    groups.add(child);
                }
            });
        }
        return fields;
    }

    /** What the fields inherit. */
    public Scope scope() {
        return scope;
    }

    /** All elements that mean one of these, those of the first key first. */
    public Stream<XmlElement> all(String... keys) {
        return Stream.of(keys).flatMap(key -> byKey.getOrDefault(key, List.of()).stream());
    }

    /** The text of the first element that has any. */
    public Optional<String> text(String... keys) {
        return first(element -> Optional.of(element.ownText().strip()).filter(text -> !text.isEmpty()), keys);
    }

    /** The first value that the elements give. */
    public <T> Optional<T> first(Function<XmlElement, Optional<T>> value, String... keys) {
        return all(keys).map(value).flatMap(Optional::stream).findFirst();
    }
}
