package io.copytaster.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feeds. Each is polled by one instance at a time: a claim is a lease that ends by itself, so that a dead instance holds
 * nothing for long. Thread-safe, for many instances.
 */
public interface Feeds {

    /**
     * Asks for feeds; what is null does not narrow.
     *
     * @param condition a word of {@link io.copytaster.ingest.health.Condition}
     * @param after the id of the last feed already read
     */
    record Question(
            @Nullable String condition,
            @Nullable String url,
            @Nullable FeedId after,
            int limit) {}

    /** Keeps a new feed; none where its URL is kept already. */
    Optional<PolledFeed> add(FeedDraft draft, Instant at);

    Optional<PolledFeed> find(FeedId id);

    Optional<PolledFeed> findByUrl(String url);

    /** Feeds in the order of their ids. */
    List<PolledFeed> list(Question question);

    /**
     * Changes what the owner wants. With another URL everything that was learned by polling starts anew.
     *
     * @return none where there is no such feed
     * @throws UrlTakenException where another feed has this URL
     */
    Optional<PolledFeed> change(FeedId id, FeedDraft draft, Instant at);

    /** Forgets a feed and its entries; whether it was there. */
    boolean remove(FeedId id);

    /** Claims feeds that are due and whose hosts may be asked now, at most one of each host, and none of a host with several claimed. */
    List<Claim> claimDue(Instant now, int limit);

    /** Claims one feed now, due or not; none where it is unknown or being polled. */
    Optional<Claim> claim(FeedId id, Instant now);

    /** Keeps a claim for longer; false where it has ended. */
    boolean renew(Claim claim, Instant now);

    /** Ends a claim with what was learned; false where the claim had ended or the owner changed the feed meanwhile. */
    boolean finish(Claim claim, FeedState state, List<FeedChange> changes);

    /** Ends a claim without having learned anything. */
    void release(Claim claim);

    /** Replaces the URL of a claimed feed that moved, unless another feed has the new one; whether it was replaced. */
    boolean moved(Claim claim, String url, Instant at);

    /** What happened to a feed, the latest first. */
    List<FeedChange> changes(FeedId id, int limit);

    /** How many feeds are in which condition. */
    Map<String, Long> conditions();

    /** Forgets changes before an instant; the number forgotten. */
    int forgetChangesBefore(Instant then, int limit);

    /** Another feed has this URL. */
    final class UrlTakenException extends RuntimeException {}
}
