package io.copytaster.ingest.feed;

import io.copytaster.ingest.Submission;
import io.copytaster.ingest.article.FeedItem;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.TextSource;
import io.copytaster.ingest.entry.NamedEntry;
import io.copytaster.ingest.extract.Extraction.ExtractedArticle;
import io.copytaster.ingest.page.PageReading;
import io.copytaster.ingest.reading.LanguageTag;
import io.copytaster.ingest.source.FeedDraft;
import io.copytaster.ingest.source.FullText;
import io.copytaster.ingest.source.PolledFeed;
import io.copytaster.ingest.url.CanonicalUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes articles out of entries and their pages. What a feed says carelessly costs the field, never the article, and the ledger says so. */
final class EntryArticles {

    /** A page that has much less text than the feed is no page of the article. */
    private static final double LEAST_OF_FEED = 0.8;

    private static final int LONGEST_BYLINE = 2000;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final int wholeText;
    private final Clock clock;

    /** @param wholeText characters from which the text in a feed counts as the whole text */
    EntryArticles(int wholeText, Clock clock) {
        this.wholeText = wholeText;
        this.clock = clock;
    }

    /** Whether the text of an entry is to be looked for on its page. */
    boolean needsPage(PolledFeed feed, NamedEntry entry) {
        if (entry.entry().link() == null || entry.addressing() == Addressing.SHARED) {
            return false;
        }
        return switch (feed.draft().filing().fullText()) {
            case FEED -> false;
            case PAGE -> true;
            case AUTO -> entry.entry().words().fullest().text().length() < wholeText;
        };
    }

    /** The article as the feed has it. */
    Submission fromFeed(PolledFeed feed, NamedEntry entry, Origin origin, @Nullable String remark) {
        return offer(feed, entry, new Text(origin, TextSource.FEED, Optional.empty(), null, remark));
    }

    /** The article as its page has it, or as the feed has it where the page has much less. */
    Submission fromPage(PolledFeed feed, NamedEntry entry, Origin origin, PageReading.Read reading) {
        var page = reading.article();
        int own = entry.entry().words().fullest().text().length();
        boolean fits =
                feed.draft().filing().fullText() == FullText.PAGE || page.body().length() >= LEAST_OF_FEED * own;
        return fits
                ? offer(feed, entry, new Text(origin, TextSource.PAGE, Optional.of(page), reading.canonicalUrl(), null))
                : fromFeed(feed, entry, origin, "the feed's text, because the page has less");
    }

    private record Text(
            Origin origin,
            TextSource source,
            Optional<ExtractedArticle> page,
            @Nullable String statedUrl,
            @Nullable String remark) {}

    private Submission offer(PolledFeed feed, NamedEntry entry, Text text) {
        var remarks = new ArrayList<String>();
        Optional.ofNullable(text.remark()).ifPresent(remarks::add);
        var article = article(feed.draft(), entry, text, remarks);
        var item = new FeedItem(
                feed.id().value(),
                entry.key(),
                entry.addressing(),
                stated(text),
                entry.entry().categories(),
                remarks.isEmpty() ? null : String.join("; ", remarks));
        var provenance = new Provenance(text.origin(), text.source(), feed.id().value());
        return new Submission.Offered(entry.digest(), article, provenance, item, null);
    }

    private static @Nullable String stated(Text text) {
        return Optional.ofNullable(text.statedUrl())
                .flatMap(CanonicalUrl::find)
                .map(CanonicalUrl::value)
                .orElse(null);
    }

    private RawArticle article(FeedDraft feed, NamedEntry named, Text text, List<String> remarks) {
        var entry = named.entry();
        var words = entry.words();
        var page = text.page();
        boolean ownUrl = named.addressing() == Addressing.OWN && entry.link() != null;
        return new RawArticle(
                entry.link(),
                first(
                                Optional.ofNullable(words.title()),
                                page.map(each -> each.metadata().headline()))
                        .orElse(null),
                page.map(ExtractedArticle::body).orElseGet(() -> words.fullest().text()),
                null,
                language(feed, words.language(), page, remarks),
                Objects.requireNonNullElseGet(feed.publisher(), feed::host),
                byline(
                                first(
                                        Optional.ofNullable(words.author()),
                                        page.map(each -> each.metadata().byline())),
                                remarks)
                        .orElse(null),
                publishedAt(entry.dates().published(), page, remarks).orElse(null),
                ownUrl ? null : named.key());
    }

    private static @Nullable String language(
            FeedDraft feed, @Nullable String ofEntry, Optional<ExtractedArticle> page, List<String> remarks) {
        var given = Stream.of(
                        page.map(each -> each.metadata().language()),
                        Optional.ofNullable(ofEntry),
                        Optional.ofNullable(feed.language()))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        var usable = given.stream().filter(LanguageTag::isLanguage).findFirst();
        if (usable.isEmpty() && !given.isEmpty()) {
            remarks.add("its language is no language tag and left out");
        }
        return usable.orElse(null);
    }

    private static Optional<String> byline(Optional<String> given, List<String> remarks) {
        var byline = given.filter(text -> text.length() <= LONGEST_BYLINE);
        if (byline.isEmpty() && given.isPresent()) {
            remarks.add("its byline is longer than " + LONGEST_BYLINE + " characters and left out");
        }
        return byline;
    }

    /** Dates in feeds lie; one that cannot be is left out, never invented and never a reason to lose the article. */
    private Optional<String> publishedAt(
            @Nullable Instant ofEntry, Optional<ExtractedArticle> page, List<String> remarks) {
        var given = Optional.ofNullable(ofEntry)
                .or(() -> page.map(each -> each.metadata().dates().publishedAt()));
        var date = given.filter(this::isPossible);
        if (date.isEmpty() && given.isPresent()) {
            remarks.add("its date lies " + (given.get().isBefore(EARLIEST) ? "before 1900" : "in the future")
                    + " and is left out");
        }
        return date.map(Instant::toString);
    }

    private boolean isPossible(Instant date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(clock.instant().plus(AHEAD));
    }

    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return one.filter(text -> !text.isBlank()).or(() -> other.filter(text -> !text.isBlank()));
    }
}
