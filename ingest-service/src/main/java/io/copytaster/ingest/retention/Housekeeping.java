package io.copytaster.ingest.retention;

import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.SeenArticles;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is past its retention, and gives up what stayed unconfirmed. Safe on many instances at once. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final String GIVEN_UP = "never turned up on the log; send it again";

    private final SeenArticles seen;
    private final Ledger ledger;
    private final Receipts receipts;
    private final Copies copies;
    private final RetentionSettings settings;
    private final Clock clock;

    Housekeeping(
            SeenArticles seen,
            Ledger ledger,
            Receipts receipts,
            Copies copies,
            RetentionSettings settings,
            Clock clock) {
        this.seen = seen;
        this.ledger = ledger;
        this.receipts = receipts;
        this.copies = copies;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; what is left after a bounded number of chunks waits for the next. */
    void clean() {
        var now = clock.instant();
        int chunk = settings.chunk();
        int givenUp = ledger.giveUpPendingSince(now.minus(settings.pending()), GIVEN_UP);
        int articles = Chunks.of(chunk, () -> seen.forgetUnchangedSince(now.minus(settings.articles()), chunk));
        int lines = Chunks.of(chunk, () -> ledger.forgetUnchangedSince(now.minus(settings.ledger()), chunk));
        int kept = Chunks.of(chunk, () -> receipts.forgetKeptBefore(now.minus(settings.receipts()), chunk));
        int members = Chunks.of(chunk, () -> copies.forgetOutdated(now, chunk));
        LOG.atInfo()
                .addKeyValue("givenUp", givenUp)
                .addKeyValue("articles", articles)
                .addKeyValue("ledgerLines", lines)
                .addKeyValue("receipts", kept)
                .addKeyValue("copyMembers", members)
                .log("cleaned up");
    }
}
