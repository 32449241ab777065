package io.copytaster.ingest.copymember;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.copygroup.CopyChoice;
import io.copytaster.ingest.copygroup.CopyMember;
import io.copytaster.ingest.copygroup.Newcomer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copy groups with their members in PostgreSQL and an index of their keys in memory.
 *
 * <p>One placement at a time, across all instances: within the instance by a lock, between them by a locked row. Whoever holds it
 * first reads what others added, so that the indices of all instances hold the same members with the same numbers; it is held for a
 * few statements and a commit, never while the log is written. With the lock of this instance one connection is used beside those
 * that wait for it, so that waiting can exhaust no pool.
 */
final class PostgresCopies implements Copies {

    private static final int SMALLEST_RING = 4096;

    private final ReentrantLock turn = new ReentrantLock();
    private final PostgresMembers stored;
    private final TransactionTemplate own;
    private final CopiesSettings settings;
    private final CopyChoice choice;
    private final Clock clock;
    /** Guarded by {@code turn}; none before the first placement, and after one that failed. */
    private @Nullable MemberWindow window;

    private final LongAdder forgottenEarly = new LongAdder();

    PostgresCopies(
            PostgresMembers stored, PlatformTransactionManager transactions, CopiesSettings settings, Clock clock) {
        this.stored = stored;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.choice = new CopyChoice(settings.window());
        this.clock = clock;
    }

    @Override
    public Map<ArticleId, ArticleId> place(List<Newcomer<ArticleId>> newcomers) {
        if (newcomers.isEmpty()) {
            return Map.of();
        }
        var groups =
                new HashMap<>(stored.groups(newcomers.stream().map(Newcomer::id).toList()));
        var unknown = newcomers.stream()
                .filter(each -> !groups.containsKey(each.id()))
                .toList();
        unknown.forEach(each -> groups.put(each.id(), each.id()));
        var comparable =
                unknown.stream().filter(each -> each.sketch().keys().length > 0).toList();
        if (!comparable.isEmpty()) {
            inTurn(comparable.size(), window -> place(window, comparable))
                    .forEach(member -> groups.put(member.article().id(), member.group()));
        }
        return groups;
    }

    @Override
    public int restore(List<CopyMember<ArticleId>> members) {
        var known = stored.groups(
                members.stream().map(member -> member.article().id()).toList());
        var missing = members.stream()
                .filter(member -> !known.containsKey(member.article().id()))
                .filter(member -> member.article().sketch().keys().length > 0)
                .toList();
        if (!missing.isEmpty()) {
            inTurn(missing.size(), window -> restore(window, missing));
        }
        return missing.size();
    }

    @Override
    public int forgetOutdated(Instant now, int limit) {
        return stored.forgetBefore(now.minus(settings.window()), limit);
    }

    @Override
    public long forgottenEarly() {
        return forgottenEarly.sum();
    }

    /** What one turn did: the members to keep, and the index with them. */
    private record Round(MemberWindow window, List<CopyMember<ArticleId>> members, long forgotten) {}

    /** Nobody else places meanwhile; the index is good again only when everything in it was committed. */
    private List<CopyMember<ArticleId>> inTurn(int count, Function<MemberWindow, List<CopyMember<ArticleId>>> work) {
        turn.lock();
        try {
            var round = Objects.requireNonNull(own.execute(_ -> {
                var current = caughtUp(stored.nextLocked(), count);
                long first = current.next();
                long forgotten = current.forgottenEarly();
                window = null;
                var members = work.apply(current);
                stored.add(members, first);
                return new Round(current, members, current.forgottenEarly() - forgotten);
            }));
            window = round.window();
            forgottenEarly.add(round.forgotten());
            return round.members();
        } finally {
            turn.unlock();
        }
    }

    /** The index with everything that anybody added, and with room for some more. */
    private MemberWindow caughtUp(long next, int more) {
        var current = window;
        if (current == null || (current.room() < more && current.ring() < settings.capacity())) {
            current = emptyWindow(next, more);
        }
        if (current.next() < next) {
            window = null;
            stored.read(current);
        }
        return current;
    }

    private MemberWindow emptyWindow(long next, int more) {
        long first = stored.first(clock.instant().minus(settings.window()), next - settings.capacity(), next);
        long wanted = Math.max(SMALLEST_RING, 2 * (next - first + more));
        return new MemberWindow((int) Math.min(settings.capacity(), wanted), first);
    }

    private List<CopyMember<ArticleId>> place(MemberWindow members, List<Newcomer<ArticleId>> newcomers) {
        members.forgetBefore(newcomers.getFirst().at().minus(settings.window()));
        var candidates = new Candidates(stored);
        candidates.read(newcomers.stream()
                .flatMapToLong(each -> LongStream.of(members.find(each.sketch().keys())))
                .toArray());
        return newcomers.stream().map(each -> place(members, each, candidates)).toList();
    }

    private CopyMember<ArticleId> place(MemberWindow members, Newcomer<ArticleId> newcomer, Candidates candidates) {
        members.forgetBefore(newcomer.at().minus(settings.window()));
        var group = choice.best(
                        newcomer, candidates.read(members.find(newcomer.sketch().keys())))
                .map(match -> match.original().group())
                .orElse(newcomer.id());
        var member = new CopyMember<>(newcomer, group);
        candidates.add(members.next(), member);
        members.add(members.next(), newcomer.at(), newcomer.sketch().keys());
        return member;
    }

    private static List<CopyMember<ArticleId>> restore(MemberWindow window, List<CopyMember<ArticleId>> members) {
        members.forEach(member -> window.add(
                window.next(), member.article().at(), member.article().sketch().keys()));
        return members;
    }
}
