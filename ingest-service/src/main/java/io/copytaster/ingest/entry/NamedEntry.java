package io.copytaster.ingest.entry;

import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.syndication.FeedEntry;

/**
 * An entry with its name.
 *
 * @param key what names it within its feed; at most {@value EntryNames#LONGEST_KEY} characters
 * @param address the canonical spelling of its link, or its digest where that is longer than a key; empty without one
 * @param digest of what it says; dates do not count, since many feeds touch them for nothing
 * @param addressing whether its link belongs to it alone
 */
public record NamedEntry(String key, String address, String digest, Addressing addressing, FeedEntry entry) {

    /** The same with a link that turned out to be no name. */
    NamedEntry named(String otherKey) {
        return new NamedEntry(otherKey, address, digest, Addressing.SHARED, entry);
    }
}
