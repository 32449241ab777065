package io.copytaster.ingest;

import io.copytaster.ingest.article.Origin;
import io.copytaster.ingest.article.RawArticle;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.receipt.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** Something that a door brings in. */
public sealed interface Submission {

    /** A digest of what came in: names it in the ledger when it is no article. */
    String digest();

    /** An article on offer; with a key, its receipt is kept for a repeat. */
    record Offered(
            String digest,
            RawArticle article,
            Origin origin,
            @Nullable IdempotencyKey key) implements Submission {}

    /** Something in which the door could not even read the fields. */
    record Unreadable(String digest, Refusal refusal) implements Submission {}
}
