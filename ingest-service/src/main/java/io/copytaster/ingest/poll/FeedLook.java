package io.copytaster.ingest.poll;

import io.copytaster.ingest.charset.TextDecoder;
import io.copytaster.ingest.discovery.FeedCandidate;
import io.copytaster.ingest.discovery.FeedDiscovery;
import io.copytaster.ingest.fetch.Fetched;
import io.copytaster.ingest.syndication.Feed;
import io.copytaster.ingest.syndication.FeedDocument;
import io.copytaster.ingest.syndication.FeedReader;
import io.copytaster.ingest.syndication.FeedReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at an address before it is kept: the feed there, or the feeds that the page there offers. Blocks; thread-safe. */
public final class FeedLook {

    /** Candidates of a page that are looked at; further ones are told without a look. */
    public static final int LOOKED_AT = 8;

    private final FeedAsking asking;
    private final FeedReader reader;

    public FeedLook(FeedAsking asking, FeedReader reader) {
        this.asking = asking;
        this.reader = reader;
    }

    /** What is at an address. */
    public sealed interface Sight {

        /** A feed. */
        record FeedThere(String url, Feed feed) implements Sight {}

        /**
         * No feed.
         *
         * @param page the text of a web page that may offer some; null where it is none
         */
        record Unreadable(
                String url, String reason, @Nullable String page) implements Sight {}
    }

    /**
     * A feed that somebody may want.
     *
     * @param feed null where it could not be read, or was not looked at
     * @param reason why it could not be read; null where it could
     */
    public record Found(
            FeedCandidate candidate,
            @Nullable Feed feed,
            @Nullable String reason) {}

    /** What is at an address, which the guard has admitted. */
    public Sight at(String url) {
        return sight(url, asking.fetch(url, Map.of()));
    }

    /** The feeds that an address offers: itself, or those of the page there, the likeliest first. */
    public List<Found> discover(String url) {
        return switch (at(url)) {
            case Sight.FeedThere(var at, var feed) ->
                List.of(new Found(
                        new FeedCandidate(at, feed.head().title(), FeedCandidate.Evidence.DECLARED), feed, null));
            case Sight.Unreadable(var at, var reason, var page) -> page == null ? List.of() : offered(page, at);
        };
    }

    private List<Found> offered(String page, String url) {
        var found = new ArrayList<Found>();
        for (var candidate : FeedDiscovery.candidates(page, url)) {
            if (found.size() >= LOOKED_AT) {
                found.add(new Found(candidate, null, "it was not looked at, because there are so many"));
                continue;
            }
            switch (at(candidate.url())) {
                case Sight.FeedThere(var _, var feed) -> found.add(new Found(candidate, feed, null));
                case Sight.Unreadable(var _, var reason, var _) -> {
                    if (candidate.evidence() != FeedCandidate.Evidence.GUESSED) {
                        found.add(new Found(candidate, null, reason));
                    }
                }
            }
        }
        return found;
    }

    private Sight sight(String url, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Failed failed -> new Sight.Unreadable(url, failed.reason(), null);
            case Fetched.Answer answer ->
                answer.status() == 200
                        ? read(answer)
                        : new Sight.Unreadable(url, "expected a feed, got status " + answer.status(), null);
        };
    }

    private Sight read(Fetched.Answer answer) {
        var document = new FeedDocument(answer.body(), answer.headers(), answer.url());
        return switch (reader.read(document)) {
            case FeedReading.Read(var feed) -> new Sight.FeedThere(answer.url(), feed);
            case FeedReading.Refused(var cause, var reason) ->
                new Sight.Unreadable(
                        answer.url(),
                        reason,
                        cause == FeedReading.Cause.WEB_PAGE
                                ? TextDecoder.decode(answer.body(), answer.headers())
                                        .text()
                                : null);
        };
    }
}
