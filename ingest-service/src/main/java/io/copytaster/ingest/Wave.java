package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.ArticleText;
import io.copytaster.ingest.article.FeedItem;
import io.copytaster.ingest.article.FeedItem.Addressing;
import io.copytaster.ingest.copy.TextSketch;
import io.copytaster.ingest.copygroup.Newcomer;
import io.copytaster.ingest.filter.FilterRuling;
import io.copytaster.ingest.publish.ArticleLog;
import io.copytaster.ingest.publish.Outgoing;
import io.copytaster.ingest.publish.Publication;
import io.copytaster.ingest.publish.Trace;
import io.copytaster.ingest.reading.ArticleReader;
import io.copytaster.ingest.reading.Understanding.Refused;
import io.copytaster.ingest.reading.Understanding.Understood;
import io.copytaster.ingest.receipt.IdempotencyKey;
import io.copytaster.ingest.receipt.KeptReceipt;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.Verdict;
import io.copytaster.ingest.revision.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    List<Answer> accept(List<Submission.Traced> submissions) {
        var read = submissions.stream().map(this::read).toList();
        return memory.decisions().together(() -> {
            var effects = new ArrayList<FilterRuling>();
            var wave = filtered(read, effects);
            var decided = decide(wave);
            var results = new WaveResults(decided, publish(decided, wave), now());
            memory.seen().remember(results.published());
            memory.seen().link(results.feedAliases(), now());
            memory.receipts().keep(results.receipts(), now());
            memory.filters().count(effects, now());
            memory.ledger().enter(results.entries());
            return results.answers();
        });
    }

    /** What is made of a text before anything is locked. */
    private record Made(TextSketch sketch, Wording wording) {

        static Made of(ArticleText text) {
            return new Made(TextSketch.of(text.headline(), text.body()), Wording.of(text));
        }
    }

    /** A submission and what it says: an article with what is made of its text, or the reason why it is none. */
    private record Read(
            Submission submission,
            Trace trace,
            Optional<Article> article,
            Optional<Made> made,
            Optional<Decided> refused) {

        static Read understood(Submission.Traced from, Article article) {
            return new Read(
                    from.submission(),
                    from.trace(),
                    Optional.of(article),
                    Optional.of(Made.of(article.text())),
                    Optional.empty());
        }

        static Read refused(Submission.Traced from, Decided refused) {
            return new Read(from.submission(), from.trace(), Optional.empty(), Optional.empty(), Optional.of(refused));
        }

        Optional<IdempotencyKey> key() {
            return submission instanceof Submission.Offered offered
                    ? Optional.ofNullable(offered.key())
                    : Optional.empty();
        }

        Read refusedBy(FilterRuling ruling) {
            return new Read(
                    submission,
                    trace,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Decided.Filtered(submission, ruling)));
        }

        Optional<String> feedAlias() {
            return Optional.ofNullable(submission.item()).map(FeedItem::alias);
        }

        /** The article that the address makes which its page states for itself. */
        Optional<ArticleId> stated() {
            return Optional.ofNullable(submission.item())
                    .map(FeedItem::statedUrl)
                    .map(ArticleId::ofUrl);
        }

        Optional<String> statedAlias() {
            return Optional.ofNullable(submission.item()).flatMap(FeedItem::statedAlias);
        }

        /** Names that may lead to a known article, the surest first. */
        Stream<String> aliases() {
            return article.stream()
                    .flatMap(each -> Stream.of(
                                    each.imprint().clientAlias(), each.imprint().urlAlias(), statedAlias(), feedAlias())
                            .flatMap(Optional::stream));
        }

        Newcomer<ArticleId> newcomer(ArticleId id, Instant at) {
            return new Newcomer<>(
                    id,
                    article.orElseThrow().imprint().publisher(),
                    at,
                    made.orElseThrow().sketch());
        }
    }

    /** Understands a submission. */
    private Read read(Submission.Traced from) {
        return switch (from.submission()) {
            case Submission.Unreadable bad -> Read.refused(from, new Decided.Refused(bad, bad.refusal()));
            case Submission.Offered offered ->
                switch (reader.read(offered.article(), offered.provenance(), addressing(offered))) {
                    case Understood(var article) -> Read.understood(from, article);
                    case Refused(var refusal) -> Read.refused(from, new Decided.Refused(offered, refusal));
                };
        };
    }

    /** What the operator's filters leave of a wave; what they say is added to the effects. */
    private List<Read> filtered(List<Read> wave, List<FilterRuling> effects) {
        var filters = memory.filters().current();
        return wave.stream()
                .map(each -> {
                    var rulings = each.article()
                            .map(article ->
                                    filters.rulings(article, each.submission().item()))
                            .orElse(List.of());
                    effects.addAll(rulings);
                    return rulings.stream()
                            .filter(FilterRuling::refuses)
                            .findFirst()
                            .map(each::refusedBy)
                            .orElse(each);
                })
                .toList();
    }

    private static Addressing addressing(Submission.Offered offered) {
        return offered.item() == null ? Addressing.OWN : offered.item().addressing();
    }

    private List<Decided> decide(List<Read> wave) {
        memory.decisions().take(sharedNames(wave));
        var ids = new Identities(aliases(wave));
        var articles = wave.stream().map(ids::next).toList();
        var known = articles.stream().flatMap(Optional::stream).toList();
        memory.decisions().take(known.stream().map(ArticleId::value).toList());
        var latest = new HashMap<>(known.isEmpty() ? Map.of() : memory.seen().latest(known));
        var kept = memory.receipts()
                .find(wave.stream().flatMap(each -> each.key().stream()).toList());
        var founders = founders(wave, articles, latest, kept);
        var decided = new ArrayList<Decided>(wave.size());
        for (int i = 0; i < wave.size(); i++) {
            var read = wave.get(i);
            var id = articles.get(i);
            decided.add(read.refused()
                    .or(() -> repeated(read, kept))
                    .orElseGet(() -> judge(read, id.orElseThrow(), latest, founders)));
        }
        return decided;
    }

    /** Names that lead to known articles; so does the address that a page states, where it made an article. */
    private Map<String, ArticleId> aliases(List<Read> wave) {
        var aliases = new HashMap<>(
                memory.seen().aliases(wave.stream().flatMap(Read::aliases).toList()));
        var stated = wave.stream().flatMap(each -> each.stated().stream()).toList();
        if (!stated.isEmpty()) {
            var known = memory.seen().latest(stated).keySet();
            wave.forEach(each -> each.stated()
                    .filter(known::contains)
                    .ifPresent(id -> aliases.putIfAbsent(each.statedAlias().orElseThrow(), id)));
        }
        return aliases;
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

    private static Optional<Decided> repeated(Read read, Map<String, KeptReceipt> receipts) {
        return read.key().map(IdempotencyKey::lockName).map(receipts::get).map(kept -> {
            boolean same = kept.key().requestDigest().equals(read.submission().digest());
            return same ? new Decided.Repeated(read.submission(), kept) : new Decided.Reused(read.submission());
        });
    }

    /** The founders of the copy groups of those articles that nobody knew, placed in the order of the wave. */
    private Map<ArticleId, ArticleId> founders(
            List<Read> wave,
            List<Optional<ArticleId>> articles,
            Map<ArticleId, Revision> latest,
            Map<String, KeptReceipt> kept) {
        var newcomers = new LinkedHashMap<ArticleId, Newcomer<ArticleId>>();
        var at = now();
        for (int i = 0; i < wave.size(); i++) {
            var read = wave.get(i);
            if (read.refused().isEmpty() && repeated(read, kept).isEmpty()) {
                var id = articles.get(i).orElseThrow();
                if (!latest.containsKey(id)) {
                    newcomers.putIfAbsent(id, read.newcomer(id, at));
                }
            }
        }
        return memory.copies().place(List.copyOf(newcomers.values()));
    }

    private Decided judge(
            Read read, ArticleId id, Map<ArticleId, Revision> latest, Map<ArticleId, ArticleId> founders) {
        var article = read.article().orElseThrow();
        var verdict = Verdict.on(
                id,
                latest.get(id),
                founders.getOrDefault(id, id),
                read.made().orElseThrow().wording(),
                now());
        latest.put(id, verdict.revision());
        return new Decided.Judged((Submission.Offered) read.submission(), article, verdict);
    }

    private Map<RevisionId, Publication> publish(List<Decided> decided, List<Read> wave) {
        var editions = new ArrayList<Outgoing>();
        for (int i = 0; i < wave.size(); i++) {
            var trace = wave.get(i).trace();
            decided.get(i)
                    .edition()
                    .map(edition -> new Outgoing(edition, trace))
                    .ifPresent(editions::add);
        }
        var results = new LinkedHashMap<RevisionId, Publication>();
        if (!editions.isEmpty()) {
            var publications = log.publish(editions);
            for (int i = 0; i < editions.size(); i++) {
                results.put(editions.get(i).edition().revision().id(), publications.get(i));
            }
        }
        return results;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Which article each is, given the aliases that lead to known ones and those that the wave itself adds. */
    private static final class Identities {

        private final Map<String, ArticleId> aliases;

        Identities(Map<String, ArticleId> aliases) {
            this.aliases = new HashMap<>(aliases);
        }

        /** The article of the next submission of the wave; nothing where it is none. */
        Optional<ArticleId> next(Read read) {
            return read.article().map(article -> {
                var id = read.aliases()
                        .map(aliases::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(article::derivedId);
                Stream.of(article.imprint().clientAlias(), read.statedAlias(), read.feedAlias())
                        .flatMap(Optional::stream)
                        .forEach(alias -> aliases.putIfAbsent(alias, id));
                article.imprint()
                        .urlAlias()
                        .filter(_ -> !id.equals(article.derivedId()))
                        .ifPresent(alias -> aliases.putIfAbsent(alias, id));
                return id;
            });
        }
    }
}
