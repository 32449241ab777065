package io.copytaster.ingest.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of feeds that were taken in. Kept far longer than feeds show them, so that what returns is no news. */
public interface KnownEntries {

    /** Those of a feed that are known under these keys, by key. */
    Map<String, KnownEntry> find(String feedId, Collection<String> keys);

    /** Which of these addresses a feed gave to at least so many entries. */
    Set<String> sharedAddresses(String feedId, Collection<String> addresses, int least);

    /** Keeps entries as they are now. */
    void keep(String feedId, List<KnownEntry> entries, Instant at);

    /** Notes that a feed still shows these entries. */
    void shown(String feedId, Collection<String> keys, Instant at);

    /** Forgets at most {@code limit} entries that no feed showed since then; the number forgotten. */
    int forgetNotShownSince(Instant then, int limit);
}
