package io.copytaster.ingest.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about an article beside the article.
 *
 * @param feedId the feed
 * @param key what names the entry within its feed
 * @param sections the categories that the feed puts it in
 * @param remark what the ledger should add to its reason, such as why the page was not read; null for nothing
 */
public record FeedItem(
        String feedId,
        String key,
        Addressing addressing,
        List<String> sections,
        @Nullable String remark) {

    /** What the URL of an entry is good for. */
    public enum Addressing {
        /** It belongs to this entry and gives the article its identity. */
        OWN,
        /** The feed gives it to several entries: the entry's key gives the identity. */
        SHARED
    }

    public FeedItem {
        sections = List.copyOf(sections);
    }

    /** The name under which the entry is kept as an alias of its article. */
    public String alias() {
        return "feed:" + feedId + ":" + key;
    }
}
