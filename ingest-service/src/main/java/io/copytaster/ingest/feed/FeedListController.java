package io.copytaster.ingest.feed;

import io.copytaster.ingest.discovery.FeedCandidate.Evidence;
import io.copytaster.ingest.entry.EntryNames;
import io.copytaster.ingest.entry.NamedEntry;
import io.copytaster.ingest.opml.OpmlFeed;
import io.copytaster.ingest.opml.OpmlReader;
import io.copytaster.ingest.opml.OpmlReading;
import io.copytaster.ingest.opml.OpmlWriter;
import io.copytaster.ingest.poll.FeedLook;
import io.copytaster.ingest.poll.FeedLook.Found;
import io.copytaster.ingest.poll.FeedLook.Sight;
import io.copytaster.ingest.source.FeedDraft;
import io.copytaster.ingest.source.FeedDraft.Filing;
import io.copytaster.ingest.source.FeedId;
import io.copytaster.ingest.source.Feeds;
import io.copytaster.ingest.source.Feeds.Question;
import io.copytaster.ingest.source.FullText;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.runtime.guard.Admission;
import io.copytaster.runtime.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Feeds over HTTP before they are kept, and lists of them: discovery, preview, OPML in and out. */
@RestController
@RequestMapping("/api/v1")
class FeedListController {

    private static final String OPML = "text/x-opml;charset=UTF-8";
    private static final String STARTER = "starter-feeds.opml";
    private static final int PAGE = 500;
    private static final int MOST_PREVIEWED = 100;
    private static final byte[] NOTHING = {};

    private final Feeds feeds;
    private final FeedLook look;
    private final FeedAddresses addresses;
    private final Clock clock;
    private final OpmlReader opml = new OpmlReader();

    FeedListController(Feeds feeds, FeedLook look, FeedAddresses addresses, Clock clock) {
        this.feeds = feeds;
        this.look = look;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** An address to look at. */
    record Address(@Nullable String url) {}

    /** The feeds that an address offers. */
    record Discovery(List<Candidate> feeds) {}

    /**
     * A feed that an address offers.
     *
     * @param evidence declared, comments, linked or guessed
     * @param reason why it cannot be read; null where it can
     */
    record Candidate(
            String url,
            @Nullable String title,
            String evidence,
            boolean readable,
            int entries,
            @Nullable String reason) {

        static Candidate of(Found found) {
            var feed = Optional.ofNullable(found.feed());
            return new Candidate(
                    found.candidate().url(),
                    feed.map(each -> each.head().title())
                            .orElse(found.candidate().title()),
                    evidence(found.candidate().evidence()),
                    feed.isPresent(),
                    feed.map(each -> each.entries().size()).orElse(0),
                    found.reason());
        }

        private static String evidence(Evidence evidence) {
            return evidence.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A feed as it reads now, with its first entries. */
    record Preview(
            String url,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            List<String> warnings,
            int entryCount,
            List<PreviewEntry> entries) {

        static Preview of(Sight.FeedThere sight) {
            var head = sight.feed().head();
            return new Preview(
                    sight.url(),
                    head.title(),
                    head.link(),
                    head.language(),
                    sight.feed().warnings(),
                    sight.feed().entries().size(),
                    EntryNames.of(sight.feed().entries()).stream()
                            .limit(MOST_PREVIEWED)
                            .map(PreviewEntry::of)
                            .toList());
        }
    }

    /**
     * An entry of a preview.
     *
     * @param textLength characters of its text in the feed
     */
    record PreviewEntry(
            String key,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String language,
            @Nullable Instant publishedAt,
            int textLength) {

        static PreviewEntry of(NamedEntry named) {
            var entry = named.entry();
            return new PreviewEntry(
                    named.key(),
                    entry.link(),
                    entry.words().title(),
                    entry.words().language(),
                    entry.dates().published(),
                    entry.words().fullest().text().length());
        }
    }

    /** What became of a list: URLs that were added, that were there, and that were refused. */
    record Imported(List<String> added, List<String> known, List<RefusedUrl> refused, List<String> warnings) {}

    /** A URL of a list that cannot be polled, and why. */
    record RefusedUrl(String url, String reason) {}

    /** Looks for the feeds that an address offers: itself, or those of the page there. */
    @PostMapping("/feeds/discover")
    Discovery discover(@RequestBody Address address) {
        return new Discovery(look.discover(addresses.admitted(address.url())).stream()
                .map(Candidate::of)
                .toList());
    }

    /** Reads a feed without keeping it. */
    @PostMapping("/feeds/preview")
    Preview preview(@RequestBody Address address) {
        return switch (look.at(addresses.admitted(address.url()))) {
            case Sight.FeedThere readable -> Preview.of(readable);
            case Sight.Unreadable unreadable -> throw Problem.unprocessable(unreadable.reason());
        };
    }

    /** Adds the feeds of a list that are not there yet; again without effect. */
    @PostMapping("/feeds/import")
    Imported add(
            @RequestBody(required = false) Mono<byte[]> body, @RequestParam(defaultValue = "true") boolean active) {
        return switch (opml.read(body.blockOptional().orElse(NOTHING), Map.of())) {
            case OpmlReading.Refused(var reason) -> throw Problem.unreadable(reason);
            case OpmlReading.Read(var listed, var warnings) -> add(listed, warnings, active);
        };
    }

    /** All feeds as a list that other readers understand. */
    @GetMapping(value = "/feeds.opml", produces = OPML)
    String export() {
        var all = new ArrayList<OpmlFeed>();
        Optional<FeedId> after = Optional.empty();
        do {
            var part = feeds.list(new Question(null, null, after.orElse(null), PAGE));
            part.stream().map(FeedListController::listed).forEach(all::add);
            after = part.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(part.getLast().id());
        } while (after.isPresent());
        return OpmlWriter.write("Copytaster feeds", all);
    }

    /** The list of public news feeds that comes with this version; none of them is polled unless somebody imports them. */
    @GetMapping(value = "/feeds/starter.opml", produces = OPML)
    String starter() {
        try (var list = FeedListController.class.getResourceAsStream(STARTER)) {
            if (list == null) {
                throw new IllegalStateException("expected the list " + STARTER + " beside this class");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Imported add(List<OpmlFeed> listed, List<String> warnings, boolean active) {
        var imported = new Imported(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), warnings);
        var admissions = admissions(listed);
        for (int i = 0; i < listed.size(); i++) {
            var feed = listed.get(i);
            switch (admissions.get(i).resultNow()) {
                case Admission.Refused(var _, var reason) ->
                    imported.refused().add(new RefusedUrl(feed.xmlUrl(), reason));
                case Admission.Admitted(var target) -> {
                    var url = target.uri().toString();
                    var draft = new FeedDraft(
                            url, feed.title(), null, null, new Filing(feed.folders(), FullText.AUTO, active));
                    boolean added = feeds.add(draft, clock.instant()).isPresent();
                    (added ? imported.added() : imported.known()).add(url);
                }
            }
        }
        return imported;
    }

    /** Names resolve slowly, so all of them at a time. */
    private List<Future<Admission>> admissions(List<OpmlFeed> listed) {
        try (var resolving = Executors.newVirtualThreadPerTaskExecutor()) {
            return listed.stream()
                    .map(feed -> resolving.submit(() -> addresses.admit(feed.xmlUrl())))
                    .toList();
        }
    }

    private static OpmlFeed listed(PolledFeed feed) {
        var draft = feed.draft();
        var words = feed.state().words();
        return new OpmlFeed(
                draft.title() == null ? words.title() : draft.title(),
                draft.url(),
                words.link(),
                draft.filing().folders());
    }
}
