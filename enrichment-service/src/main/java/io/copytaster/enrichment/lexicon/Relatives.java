package io.copytaster.enrichment.lexicon;

import java.util.List;
import java.util.Set;

/** Languages so close that forms of one count in the other. */
final class Relatives {

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("hr", "sr", "bs", "sh"), Set.of("id", "ms"), Set.of("no", "nn", "da"), Set.of("zh", "yue", "wuu"));

    private Relatives() {}

    static boolean share(String one, String other) {
        return one.equals(other)
                || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }
}
