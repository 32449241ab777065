package io.copytaster.ingest;

import io.copytaster.ingest.article.FeedItem;
import io.copytaster.ingest.article.Provenance;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.receipt.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** Something that a door brings in. */
public sealed interface Submission {

    /** A digest of what came in: names it in the ledger when it is no article. */
    String digest();

    /** What a feed says about it, where it came from one. */
    @Nullable
    FeedItem item();

    /** A submission with the trace of the request that brought it. */
    record Traced(Submission submission, Trace trace) {}

    /**
     * An article on offer.
     *
     * @param item what a feed says beside the article; null where a sender posted it
     * @param key with it, the receipt is kept for a repeat
     */
    record Offered(
            String digest,
            RawArticle article,
            Provenance provenance,
            @Nullable FeedItem item,
            @Nullable IdempotencyKey key)
            implements Submission {}

    /**
     * Something in which the door could not even read the fields.
     *
     * @param item what a feed says about it; null where a sender posted it
     */
    record Unreadable(
            String digest, Refusal refusal, @Nullable FeedItem item) implements Submission {}
}
