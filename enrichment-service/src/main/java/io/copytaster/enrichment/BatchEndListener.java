package io.copytaster.enrichment;

import io.copytaster.enrichment.seen.SeenBatch;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Hears how a batch's transaction ended. Committed: remembered and counted. Rolled back before the commit was asked
 * for: nothing happened. Anything in between is a doubt, which only the enriched stream itself can resolve.
 */
final class BatchEndListener implements TransactionSynchronization {

    private final SeenBatch batch;
    private final Runnable onCommitted;
    private boolean committing;

    BatchEndListener(SeenBatch batch, Runnable onCommitted) {
        this.batch = batch;
        this.onCommitted = onCommitted;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        committing = true;
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED) {
            batch.commit();
            onCommitted.run();
        } else if (committing) {
            batch.doubt();
        }
    }
}
