package io.copytaster.alert.match;

import io.copytaster.alert.watch.Watch;
import io.copytaster.alert.watch.WatchId;
import io.copytaster.identity.MatchId;
import io.copytaster.identity.RevisionId;
import io.copytaster.text.query.Parsing;
import io.copytaster.text.query.Query;
import io.copytaster.text.query.QueryEvaluator;
import io.copytaster.text.query.QueryParser;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * Holds every active watch and finds those that an article fits. Each watch is filed under the keys of which a fitting
 * article must have one ({@link AccessKeys}); only what an article's keys lead to is evaluated, by the one evaluator.
 * Thread-safe: many may match at once, a change waits for them and they for it.
 */
public final class WatchMatcher {

    private final QueryParser parser;
    private final Clock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<WatchId, Filed> watches = new HashMap<>();
    private final Map<String, Set<Filed>> index = new HashMap<>();

    public WatchMatcher(QueryParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    /** Takes over this revision of a watch; answers why its query cannot be used, if so. */
    public Optional<String> apply(Watch watch) {
        if (watch.grammar() > Query.GRAMMAR) {
            throw new IllegalStateException("watch " + watch.id() + " is written in grammar " + watch.grammar()
                    + ", this version reads up to " + Query.GRAMMAR + ": upgrade alert-service");
        }
        lock.writeLock().lock();
        try {
            var old = watches.remove(watch.id());
            if (old != null) {
                old.keys().forEach(key -> unfile(key, old));
            }
            return watch.isActive() ? file(watch) : Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Hands over every match of the article, in no particular order. */
    public void match(TaggedArticle article, Consumer<Match> found) {
        var view = article.view();
        var keys = AccessKeys.of(view);
        var reasons = new ReasonFinder(article, view);
        var revision = new RevisionId(article.digest().revisionId());
        lock.readLock().lock();
        try {
            for (var filed : candidates(keys)) {
                var findings = QueryEvaluator.evaluate(filed.query(), view);
                findings.ifPresent(all -> found.accept(match(filed.watch(), revision, article, all, reasons)));
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many watches are held. */
    public int size() {
        lock.readLock().lock();
        try {
            return watches.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    private record Filed(Watch watch, Query query, Set<String> keys) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return watch.id().hashCode();
        }
    }

    private Optional<String> file(Watch watch) {
        return switch (parser.parse(watch.draft().query())) {
            case Parsing.Refused refused -> Optional.of(refused.sentence());
            case Parsing.Parsed(var query, var _) -> {
                var filed = new Filed(watch, query, AccessKeys.of(query));
                watches.put(watch.id(), filed);
                filed.keys()
                        .forEach(key -> index.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                                .add(filed));
                yield Optional.empty();
            }
        };
    }

    private void unfile(String key, Filed filed) {
        index.computeIfPresent(key, (_, all) -> {
            all.remove(filed);
            return all.isEmpty() ? null : all;
        });
    }

    private Set<Filed> candidates(Set<String> keys) {
        var candidates = new LinkedHashSet<Filed>();
        keys.forEach(key -> candidates.addAll(index.getOrDefault(key, Set.of())));
        return candidates;
    }

    private Match match(
            Watch watch,
            RevisionId revision,
            TaggedArticle article,
            List<QueryEvaluator.Finding> findings,
            ReasonFinder reasons) {
        var shown = findings.stream()
                .limit(Match.MOST_REASONS)
                .map(finding -> reasons.reason(watch.id(), finding))
                .toList();
        return new Match(
                MatchId.of(watch.id().value(), revision),
                watch.id(),
                watch.revision(),
                watch.subscriberId(),
                article.digest(),
                shown,
                findings.size() - shown.size(),
                clock.instant());
    }
}
