package io.copytaster.ingest.receipt;

import java.time.Instant;
import java.util.Optional;

/** Receipts that were given under idempotency keys, to be given again. */
public interface Receipts {

    /** The receipt kept for the caller and value of this key; the digest may differ. */
    Optional<KeptReceipt> find(IdempotencyKey key);

    /** Keeps a receipt; the first one under a key stays. */
    void keep(KeptReceipt receipt, Instant at);

    /** Forgets at most {@code limit} receipts kept before then; the number forgotten. */
    int forgetKeptBefore(Instant then, int limit);
}
