package io.copytaster.ingest.feed;

import io.copytaster.ingest.Answer;
import io.copytaster.ingest.IngestPipeline;
import io.copytaster.ingest.Submission;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.entry.EntryNames;
import io.copytaster.ingest.entry.KnownEntries;
import io.copytaster.ingest.entry.KnownEntry;
import io.copytaster.ingest.entry.NamedEntry;
import io.copytaster.ingest.feed.FeedSettings.EntrySettings;
import io.copytaster.ingest.page.PageReader;
import io.copytaster.ingest.page.PageReading;
import io.copytaster.ingest.poll.EntryTally;
import io.copytaster.ingest.poll.EntryTally.Fate;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.ingest.syndication.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is new in a feed: names its entries, leaves out those that are known and say the same, finds the text of the others
 * and offers them to the pipeline. An entry is known only after it came to its end, so that a crash repeats and never loses.
 */
final class EntryIntake {

    /** So many entries with one address in the course of time mean that it belongs to none of them. */
    private static final int SHARED_FROM = 3;

    /** Waves of all feeds together that are decided at a time; each holds a database connection. */
    private static final int DECISIONS = 4;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
    private static final Trace NO_TRACE = new Trace(null);

    private final KnownEntries known;
    private final IngestPipeline pipeline;
    private final PageReader pages;
    private final EntrySettings settings;
    private final EntryArticles articles;
    private final Clock clock;
    private final Semaphore decisions = new Semaphore(DECISIONS);

    EntryIntake(KnownEntries known, IngestPipeline pipeline, PageReader pages, EntrySettings settings, Clock clock) {
        this.known = known;
        this.pipeline = pipeline;
        this.pages = pages;
        this.settings = settings;
        this.articles = new EntryArticles(settings.fullText(), clock);
        this.clock = clock;
    }

    /**
     * The poll that entries come from.
     *
     * @param origin what the caller asked for
     * @param stillOurs whether the feed may still be polled by us; asked between waves, and keeps it ours
     */
    record Occasion(PolledFeed feed, Origin origin, BooleanSupplier stillOurs) {}

    /** An entry to be decided, what is known of it, and where it belongs. */
    private record Due(NamedEntry entry, @Nullable KnownEntry before, Origin origin) {

        boolean isRetry() {
            return before != null && before.digest().equals(entry.digest());
        }
    }

    /** An offer with the entry that is kept when it comes to its end. */
    private record Offer(Submission submission, KnownEntry kept) {}

    /** Takes in the entries of a feed, the oldest first. */
    EntryTally take(Feed feed, Occasion occasion) {
        var feedId = occasion.feed().id().value();
        var named = named(feed, feedId);
        var before = known.find(feedId, named.stream().map(NamedEntry::key).toList());
        known.shown(feedId, before.keySet(), clock.instant());
        var due = due(named, before, occasion);
        int fresh = (int) due.stream().filter(each -> !each.isRetry()).count();
        var tally = EntryTally.of(Fate.SEEN, feed.entries().size())
                .plus(EntryTally.of(Fate.KNOWN, feed.entries().size() - fresh))
                .plus(EntryTally.of(Fate.RETRIED, waiting(named, before)));
        var own = due.stream().filter(each -> !needsPage(each, occasion)).toList();
        for (int i = 0; i < own.size(); i += settings.wave()) {
            var wave = own.subList(i, Math.min(own.size(), i + settings.wave()));
            if (!occasion.stillOurs().getAsBoolean()) {
                return tally.plus(left(due.size() - i));
            }
            tally = tally.plus(decide(
                    occasion.feed(),
                    wave.stream().map(each -> fromFeed(each, occasion)).toList()));
        }
        return tally.plus(
                takePages(due.stream().filter(each -> needsPage(each, occasion)).toList(), occasion));
    }

    private EntryTally takePages(List<Due> due, Occasion occasion) {
        var tally = EntryTally.NONE;
        for (int i = 0; i < due.size(); i++) {
            if (i == settings.pages() || !occasion.stillOurs().getAsBoolean()) {
                return tally.plus(left(due.size() - i));
            }
            tally = tally.plus(takePage(due.get(i), occasion));
        }
        return tally;
    }

    private EntryTally takePage(Due due, Occasion occasion) {
        var link = due.entry().entry().link();
        return link == null ? left(1) : takePage(due, pages.read(link), occasion);
    }

    private EntryTally takePage(Due due, PageReading page, Occasion occasion) {
        return switch (page) {
            case PageReading.Read read ->
                decide(
                        occasion.feed(),
                        List.of(new Offer(
                                articles.fromPage(occasion.feed(), due.entry(), due.origin(), read),
                                known(due, null, 0))));
            case PageReading.Refused refused -> withoutPage(due, refused, occasion);
        };
    }

    /** Published as the feed has it; where the page may come back, it is tried again and then makes a revision. */
    private EntryTally withoutPage(Due due, PageReading.Refused refused, Occasion occasion) {
        int tries = due.before() == null || !due.isRetry() ? 1 : due.before().pageTries() + 1;
        boolean again = refused.retry() == PageReading.Retry.LATER && tries <= settings.pageRetries();
        var kept = known(
                due, again ? clock.instant().plus(FIRST_RETRY.multipliedBy(1L << Math.min(tries, 10))) : null, tries);
        var retry = EntryTally.of(Fate.RETRIED, again ? 1 : 0);
        if (due.isRetry()) {
            known.keep(occasion.feed().id().value(), List.of(kept), clock.instant());
            return retry;
        }
        var offer = new Offer(
                articles.fromFeed(
                        occasion.feed(), due.entry(), due.origin(), "the feed's text, because " + refused.reason()),
                kept);
        return decide(occasion.feed(), List.of(offer)).plus(retry);
    }

    private Offer fromFeed(Due due, Occasion occasion) {
        return new Offer(articles.fromFeed(occasion.feed(), due.entry(), due.origin(), null), known(due, null, 0));
    }

    private boolean needsPage(Due due, Occasion occasion) {
        return articles.needsPage(occasion.feed(), due.entry());
    }

    private List<Due> due(List<NamedEntry> named, Map<String, KnownEntry> before, Occasion occasion) {
        return named.reversed().stream()
                .filter(each -> isDue(each, before.get(each.key())))
                .map(each -> new Due(each, before.get(each.key()), origin(each, occasion)))
                .toList();
    }

    /** The entries by the names that they have in the long run: many feeds show a shared address for one entry at a time. */
    private List<NamedEntry> named(Feed feed, String feedId) {
        var named = EntryNames.of(feed.entries());
        var addresses = named.stream()
                .filter(each -> each.addressing() == Addressing.OWN)
                .map(NamedEntry::address)
                .filter(each -> !each.isEmpty())
                .toList();
        var shared = known.sharedAddresses(feedId, addresses, SHARED_FROM);
        return named.stream()
                .map(each -> shared.contains(each.address()) ? EntryNames.withSharedLink(each) : each)
                .toList();
    }

    /** Entries whose pages are not yet to be tried again: the feed must be read again for their sake. */
    private int waiting(List<NamedEntry> named, Map<String, KnownEntry> before) {
        return (int) named.stream()
                .filter(each -> Optional.ofNullable(before.get(each.key()))
                        .filter(kept -> kept.pageDueAt() != null && !isDue(each, kept))
                        .isPresent())
                .count();
    }

    private boolean isDue(NamedEntry entry, @Nullable KnownEntry before) {
        if (before == null || !before.digest().equals(entry.digest())) {
            return true;
        }
        return before.pageDueAt() != null && !before.pageDueAt().isAfter(clock.instant());
    }

    /** What was published well before the feed was added is history, also where it is taken in later. */
    private Origin origin(NamedEntry entry, Occasion occasion) {
        var historyBefore = occasion.feed().createdAt().minus(settings.history());
        return Optional.ofNullable(entry.entry().dates().published())
                .filter(at -> at.isBefore(historyBefore))
                .map(_ -> Origin.BACKFILL)
                .orElse(occasion.origin());
    }

    private static KnownEntry known(Due due, @Nullable Instant pageDueAt, int tries) {
        var entry = due.entry();
        return new KnownEntry(entry.key(), entry.address(), entry.digest(), pageDueAt, tries);
    }

    private EntryTally decide(PolledFeed feed, List<Offer> offers) {
        var answers = answers(offers.stream().map(Offer::submission).toList());
        var ended = new HashMap<String, KnownEntry>();
        var tally = EntryTally.NONE;
        for (int i = 0; i < offers.size(); i++) {
            tally = tally.plus(EntryTally.of(fate(answers.get(i)), 1));
            if (!(answers.get(i) instanceof Answer.Unconfirmed)) {
                var kept = offers.get(i).kept();
                ended.put(kept.key(), kept);
            }
        }
        known.keep(feed.id().value(), List.copyOf(ended.values()), clock.instant());
        return tally;
    }

    /** Feeds leave most of the database's connections to senders. */
    private List<Answer> answers(List<Submission> submissions) {
        decisions.acquireUninterruptibly();
        try {
            return pipeline.accept(submissions, NO_TRACE);
        } finally {
            decisions.release();
        }
    }

    private static Fate fate(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var receipt) ->
                switch (receipt.outcome()) {
                    case ACCEPTED -> Fate.PUBLISHED;
                    case REVISED -> Fate.REVISED;
                    case DUPLICATE, WITHDRAWN -> Fate.DUPLICATE;
                };
            case Answer.Filtered _ -> Fate.FILTERED;
            case Answer.Refused _, Answer.KeyReused _, Answer.Unknown _ -> Fate.REJECTED;
            case Answer.Unconfirmed _ -> Fate.PENDING;
        };
    }

    private static EntryTally left(int entries) {
        return EntryTally.of(Fate.LEFT, entries);
    }
}
