package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleReader;
import io.copytaster.ingest.article.FeedItem;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.article.Understanding.Refused;
import io.copytaster.ingest.article.Understanding.Understood;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.publish.Publication;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.receipt.IdempotencyKey;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides about a handful of submissions in one transaction, in their order, and writes the log once for all of them. */
final class Wave {

    private final ArticleReader reader;
    private final ArticleLog log;
    private final Memory memory;
    private final Clock clock;

    Wave(ArticleReader reader, ArticleLog log, Memory memory, Clock clock) {
        this.reader = reader;
        this.log = log;
        this.memory = memory;
        this.clock = clock;
    }

    List<Answer> accept(List<Submission> submissions, Trace trace) {
        var read = submissions.stream().map(this::read).toList();
        return memory.decisions().together(() -> {
            var decided = decide(read);
            var results = new WaveResults(decided, publish(decided, trace), now());
            memory.seen().remember(results.published());
            memory.seen().link(results.feedAliases(), now());
            results.receipts().forEach(kept -> memory.receipts().keep(kept, now()));
            memory.ledger().enter(results.entries());
            return results.answers();
        });
    }

    /** A submission and what it says, where it is an article. */
    private record Read(Submission submission, Optional<Article> article, Optional<Decided> refused) {

        Optional<IdempotencyKey> key() {
            return submission instanceof Submission.Offered offered
                    ? Optional.ofNullable(offered.key())
                    : Optional.empty();
        }

        Optional<String> feedAlias() {
            return Optional.ofNullable(submission.item()).map(FeedItem::alias);
        }

        /** Names that may lead to a known article, the surest first. */
        Stream<String> aliases() {
            return article.stream()
                    .flatMap(each -> Stream.of(
                                    each.imprint().clientAlias(), each.imprint().urlAlias(), feedAlias())
                            .flatMap(Optional::stream));
        }
    }

    private Read read(Submission submission) {
        return switch (submission) {
            case Submission.Unreadable bad ->
                new Read(bad, Optional.empty(), Optional.of(new Decided.Refused(bad, bad.refusal())));
            case Submission.Offered offered ->
                switch (reader.read(offered.article(), offered.provenance(), addressing(offered))) {
                    case Understood(var article) -> new Read(offered, Optional.of(article), Optional.empty());
                    case Refused(var refusal) ->
                        new Read(offered, Optional.empty(), Optional.of(new Decided.Refused(offered, refusal)));
                };
        };
    }

    private static Addressing addressing(Submission.Offered offered) {
        return offered.item() == null ? Addressing.OWN : offered.item().addressing();
    }

    private List<Decided> decide(List<Read> wave) {
        memory.decisions().take(sharedNames(wave));
        var ids = new Identities(
                memory.seen().aliases(wave.stream().flatMap(Read::aliases).toList()));
        var articles = wave.stream()
                .filter(each -> each.article().isPresent())
                .map(ids::of)
                .toList();
        memory.decisions().take(articles.stream().map(ArticleId::value).toList());
        var latest = new HashMap<>(articles.isEmpty() ? Map.of() : memory.seen().latest(articles));
        var decided = new ArrayList<Decided>(wave.size());
        for (var each : wave) {
            decided.add(each.refused().orElseGet(() -> decide(each, ids, latest)));
        }
        return decided;
    }

    /** Names that several articles can share are held before the articles, in every wave, so that none can deadlock. */
    private static Collection<String> sharedNames(List<Read> wave) {
        return wave.stream()
                .flatMap(each -> Stream.of(
                                each.article()
                                        .flatMap(article -> article.imprint().clientAlias()),
                                each.article().flatMap(_ -> each.feedAlias()),
                                each.key().map(IdempotencyKey::lockName))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Decided decide(Read read, Identities ids, Map<ArticleId, Revision> latest) {
        var kept = read.key().flatMap(memory.receipts()::find);
        if (kept.isPresent()) {
            boolean same =
                    kept.get().key().requestDigest().equals(read.submission().digest());
            return same ? new Decided.Repeated(read.submission(), kept.get()) : new Decided.Reused(read.submission());
        }
        var offered = (Submission.Offered) read.submission();
        var article = read.article().orElseThrow();
        var id = ids.of(read);
        var verdict = Verdict.on(id, latest.get(id), article.text().contentHash(), now());
        latest.put(id, verdict.revision());
        return new Decided.Judged(offered, article, verdict);
    }

    private Map<RevisionId, Publication> publish(List<Decided> decided, Trace trace) {
        var editions = decided.stream().flatMap(each -> each.edition().stream()).toList();
        var results = new LinkedHashMap<RevisionId, Publication>();
        if (!editions.isEmpty()) {
            var publications = log.publish(editions, trace);
            for (int i = 0; i < editions.size(); i++) {
                results.put(editions.get(i).revision().id(), publications.get(i));
            }
        }
        return results;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Which article each is, given the aliases that lead to known ones. */
    private record Identities(Map<String, ArticleId> aliases) {

        ArticleId of(Read read) {
            return read.aliases()
                    .flatMap(alias -> Optional.ofNullable(aliases.get(alias)).stream())
                    .findFirst()
                    .orElseGet(() -> read.article().orElseThrow().derivedId());
        }
    }
}
