package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.article.Imprint;
import io.copytaster.ingest.ledger.LedgerQuery;
import io.copytaster.ingest.ledger.LedgerRow;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.reading.ArticleReader;
import io.copytaster.ingest.seen.Published;
import io.copytaster.ingest.seen.SeenArticle;
import io.copytaster.ingest.seen.StreamPosition;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes articles in: understand → identify → seen before? → publish → remember → receipt. Published first, remembered
 * second: a crash between the two repeats, never loses. Thread-safe; blocks.
 */
public final class IngestPipeline {

    private final Wave wave;
    private final Withdrawal withdrawal;
    private final Repair repair;
    private final Memory memory;

    IngestPipeline(ArticleReader reader, ArticleLog log, Memory memory, Clock clock) {
        this.wave = new Wave(reader, log, memory, clock);
        this.withdrawal = new Withdrawal(log, memory, clock);
        this.repair = new Repair(memory);
        this.memory = memory;
    }

    /**
     * Takes submissions in as one decision, each as if the ones before it had been decided: the answers in the same
     * order. When this throws, nothing is remembered and every submission is unconfirmed.
     */
    public List<Answer> accept(List<Submission> submissions, Trace trace) {
        return accept(submissions.stream()
                .map(each -> new Submission.Traced(each, trace))
                .toList());
    }

    /** The same for submissions that came with different requests. */
    public List<Answer> accept(List<Submission.Traced> submissions) {
        return wave.accept(submissions);
    }

    /** Withdraws an article: a kill notice that travels; again when it is withdrawn already. */
    public Answer withdraw(ArticleId article, Trace trace) {
        return withdrawal.withdraw(article, trace);
    }

    /** What is known about an article. */
    public Optional<SeenArticle> find(ArticleId article) {
        return memory.decisions().together(() -> memory.seen().find(article));
    }

    /** What became of what came in. */
    public List<LedgerRow> ledger(LedgerQuery query) {
        return memory.decisions().together(() -> {
            var address = query.address();
            return memory.ledger().read(address == null ? query : query.about(resolved(address)));
        });
    }

    /** A URL leads to the article that it gives its identity to, and to those that it is another name of. */
    private LedgerQuery.Address resolved(LedgerQuery.Address address) {
        var found = new HashSet<String>();
        found.add(ArticleId.ofUrl(address.canonical()).value());
        memory.seen()
                .aliases(List.of(Imprint.urlAlias(address.canonical())))
                .values()
                .forEach(id -> found.add(id.value()));
        return address.leadingTo(found);
    }

    /** Which of these revisions, found at these places of the log, are missing in what we remember. */
    public Set<String> missing(Map<String, StreamPosition> places) {
        return repair.missing(places);
    }

    /** Remembers what is on the log and was not remembered when it was published; the number of repairs. */
    public int repair(List<Published> found) {
        return repair.repair(found);
    }

    /** Enters something on the log that cannot be read into the ledger. */
    public void quarantine(StreamPosition place, String reason, Instant at) {
        repair.quarantine(place, reason, at);
    }
}
