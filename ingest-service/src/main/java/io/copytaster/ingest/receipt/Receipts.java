package io.copytaster.ingest.receipt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Receipts that were given under idempotency keys, to be given again. */
public interface Receipts {

    /** The receipts kept for callers and values of these keys, by {@link IdempotencyKey#lockName()}; the digests may differ. */
    Map<String, KeptReceipt> find(Collection<IdempotencyKey> keys);

    /** Keeps receipts; the first one under a key stays. */
    void keep(List<KeptReceipt> receipts, Instant at);

    /** Forgets at most {@code limit} receipts kept before then; the number forgotten. */
    int forgetKeptBefore(Instant then, int limit);
}
