package io.copytaster.ingest.retention;

import io.copytaster.ingest.copymember.Copies;
import io.copytaster.ingest.ledger.Ledger;
import io.copytaster.ingest.receipt.Receipts;
import io.copytaster.ingest.seen.SeenArticles;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is past its retention, and gives up what stayed unconfirmed. Safe on many instances at once. */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int MAX_CHUNKS = 100;
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
        int articles = chunks(() -> seen.forgetUnchangedSince(now.minus(settings.articles()), chunk));
        int lines = chunks(() -> ledger.forgetUnchangedSince(now.minus(settings.ledger()), chunk));
        int kept = chunks(() -> receipts.forgetKeptBefore(now.minus(settings.receipts()), chunk));
        int members = chunks(() -> copies.forgetOutdated(now, chunk));
        LOG.atInfo()
                .addKeyValue("givenUp", givenUp)
                .addKeyValue("articles", articles)
                .addKeyValue("ledgerLines", lines)
                .addKeyValue("receipts", kept)
                .addKeyValue("copyMembers", members)
                .log("cleaned up");
    }

    private int chunks(IntSupplier removal) {
        int total = 0;
        for (int i = 0; i < MAX_CHUNKS; i++) {
            int removed = removal.getAsInt();
            total += removed;
            if (removed < settings.chunk()) {
                return total;
            }
        }
        return total;
    }
}
