package io.copytaster.ingest.entry;

import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.digest.Fingerprint;
import io.copytaster.ingest.syndication.FeedEntry;
import io.copytaster.ingest.url.CanonicalUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names the entries of a feed: by their id, else by their link, else by what they say. An id or a link that the feed gives to
 * different entries names none of them, because there are feeds with one guid or one address for everything. Entries differ by link
 * or title. Ids that are URLs count in their canonical spelling, so that tracking parameters make no new entry.
 */
public final class EntryNames {

    /** Longest key and address, in characters; a longer one is replaced by its digest. */
    public static final int LONGEST_KEY = 500;

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    /** What an entry could be named by. */
    private record Draft(Optional<String> id, Optional<String> link, String digest, FeedEntry entry) {

        /** What tells entries apart that share a name. */
        String label() {
            var title = Objects.toString(entry.words().title(), "");
            return title.isBlank() ? digest : title;
        }
    }

    private EntryNames() {}

    /** The entries in their order, each key once: of one that is there twice the first counts, as feeds begin with the latest. */
    public static List<NamedEntry> of(List<FeedEntry> entries) {
        var drafts = entries.stream().map(EntryNames::draft).toList();
        var ids = new HashMap<String, Set<String>>();
        drafts.forEach(draft ->
                draft.id().ifPresent(id -> uses(ids, id).add(draft.link().orElse("") + " " + draft.label())));
        var links = new HashMap<String, Set<String>>();
        drafts.forEach(draft -> draft.link()
                .ifPresent(link -> uses(links, link).add(usable(ids, draft.id()).orElseGet(draft::label))));
        var seen = new HashSet<String>();
        return drafts.stream()
                .map(draft -> named(draft, ids, links))
                .filter(named -> seen.add(named.key()))
                .toList();
    }

    /** The same entry where its link is known to be shared with others that the document no longer shows. */
    public static NamedEntry withSharedLink(NamedEntry entry) {
        return entry.named(entry.key().equals(entry.address()) ? entry.digest() : entry.key());
    }

    private static Draft draft(FeedEntry entry) {
        var words = entry.words();
        var link = Optional.ofNullable(entry.link()).map(EntryNames::canonical);
        return new Draft(
                Optional.ofNullable(entry.id())
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .map(EntryNames::canonical),
                link,
                "sha256:"
                        + Fingerprint.of(List.of(
                                Objects.toString(words.title(), ""),
                                words.fullest().text(),
                                link.orElse(""))),
                entry);
    }

    private static NamedEntry named(Draft draft, Map<String, Set<String>> ids, Map<String, Set<String>> links) {
        boolean own = draft.link().map(link -> uses(links, link).size() == 1).orElse(true);
        var key =
                usable(ids, draft.id()).or(() -> draft.link().filter(_ -> own)).orElse(draft.digest());
        return new NamedEntry(
                bounded(key),
                bounded(draft.link().orElse("")),
                draft.digest(),
                own ? Addressing.OWN : Addressing.SHARED,
                draft.entry());
    }

    private static Optional<String> usable(Map<String, Set<String>> ids, Optional<String> id) {
        return id.filter(each -> uses(ids, each).size() == 1);
    }

    private static Set<String> uses(Map<String, Set<String>> all, String name) {
        return all.computeIfAbsent(name, _ -> new HashSet<>());
    }

    private static String canonical(String name) {
        if (!WEB.matcher(name).lookingAt()) {
            return name;
        }
        return CanonicalUrl.find(name).map(CanonicalUrl::value).orElse(name);
    }

    private static String bounded(String key) {
        // A database keeps no NUL.
        return key.length() <= LONGEST_KEY && key.indexOf('\0') < 0 ? key : "sha256:" + Fingerprint.of(List.of(key));
    }
}
