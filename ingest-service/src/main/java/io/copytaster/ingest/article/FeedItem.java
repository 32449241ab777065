package io.copytaster.ingest.article;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about an article beside the article.
 *
 * @param feedId the feed
 * @param key what names the entry within its feed
 * @param statedUrl the address that the page states for itself, in its canonical spelling: another name of the article; null for
 *     none
 * @param sections the categories that the feed puts it in
 * @param remark what the ledger should add to its reason, such as why the page was not read; null for nothing
 */
public record FeedItem(
        String feedId,
        String key,
        Addressing addressing,
        @Nullable String statedUrl,
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

    /** The name under which the address that the page states is kept, where there is one. */
    public Optional<String> statedAlias() {
        return Optional.ofNullable(statedUrl).map(Imprint::urlAlias);
    }

    /** The name under which the entry is kept as an alias of its article. */
    public String alias() {
        return "feed:" + feedId + ":" + key;
    }
}
