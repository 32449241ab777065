package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.ledger.LedgerEntry;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.publish.Outgoing;
import io.copytaster.ingest.publish.Publication;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.receipt.Receipt;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.ingest.seen.Published;
import io.copytaster.ingest.seen.SeenArticle;
import io.copytaster.ingest.seen.StreamPosition;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Withdraws articles: the kill notice is a revision like any other, decided and remembered the same way. */
final class Withdrawal {

    private final ArticleLog log;
    private final Memory memory;
    private final Clock clock;

    Withdrawal(ArticleLog log, Memory memory, Clock clock) {
        this.log = log;
        this.memory = memory;
        this.clock = clock;
    }

    Answer withdraw(ArticleId article, Trace trace) {
        return memory.decisions().together(() -> {
            memory.decisions().take(List.of(article.value()));
            return memory.seen()
                    .find(article)
                    .map(seen -> withdraw(seen, trace))
                    .orElseGet(() -> new Answer.Unknown(article));
        });
    }

    private Answer withdraw(SeenArticle seen, Trace trace) {
        if (seen.latest().isWithdrawal()) {
            enter(new Edition(seen.latest(), Edition.textless(seen.imprint())), "was withdrawn before", null);
            return new Answer.Taken(Receipt.ofWithdrawal(seen.latest()));
        }
        var edition = Edition.withdrawal(seen.latest(), seen.imprint(), now());
        return switch (log.publish(List.of(new Outgoing(edition, trace))).getFirst()) {
            case Publication.OnLog(var place) -> {
                memory.seen().remember(List.of(new Published(edition, place)));
                enter(edition, "withdrawn on request", place);
                yield new Answer.Taken(Receipt.ofWithdrawal(edition.revision()));
            }
            case Publication.Unconfirmed(var reason) -> {
                memory.ledger().enter(List.of(entry(edition, Outcome.PENDING, reason, null)));
                yield new Answer.Unconfirmed(reason);
            }
        };
    }

    private void enter(Edition edition, String reason, @Nullable StreamPosition place) {
        memory.ledger().enter(List.of(entry(edition, Outcome.WITHDRAWN, reason, place)));
    }

    private LedgerEntry entry(Edition edition, Outcome outcome, String reason, @Nullable StreamPosition place) {
        var revision = edition.revision().name();
        var url = edition.article().imprint().url();
        return new LedgerEntry(
                LedgerEntry.HTTP, revision.article().value(), outcome, revision, url, reason, place, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
