package io.copytaster.enrichment.seen;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the memory comes from: the enriched stream itself, the only witness of what was committed. */
@FunctionalInterface
public interface SeenSource {

    /** The newest committed revisions of each partition, oldest first; every partition asked for is a key. */
    Map<Integer, List<Revision>> newest(Set<Integer> partitions);
}
