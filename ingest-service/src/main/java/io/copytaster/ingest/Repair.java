package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.copy.TextSketch;
import io.copytaster.ingest.copygroup.CopyMember;
import io.copytaster.ingest.copygroup.Newcomer;
import io.copytaster.ingest.ledger.LedgerEntry;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.revision.Change;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.ingest.seen.Published;
import io.copytaster.ingest.seen.StreamPosition;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Repairs what a crash between publishing and remembering left: everything on the log ends up remembered, in the order
 * of the log. Repeats change nothing, so it may read the log as often as it likes.
 */
final class Repair {

    private final Memory memory;

    Repair(Memory memory) {
        this.memory = memory;
    }

    Set<String> missing(Map<String, StreamPosition> places) {
        var known = memory.seen().knownAt(places);
        var settled = memory.ledger()
                .settled(places.keySet().stream().map(RevisionId::new).toList());
        var missing = new HashSet<>(places.keySet());
        missing.removeIf(id -> known.contains(id) && settled.contains(new RevisionId(id)));
        return missing;
    }

    /** Looks again under the locks: what was just being remembered is not missing. */
    int repair(List<Published> found) {
        return memory.decisions().together(() -> {
            memory.decisions().take(found.stream().map(Repair::article).toList());
            var places = new LinkedHashMap<String, StreamPosition>();
            found.forEach(each -> places.putIfAbsent(id(each).value(), each.position()));
            var known = memory.seen().knownAt(places);
            memory.seen()
                    .remember(found.stream()
                            .filter(each -> !known.contains(id(each).value()))
                            .toList());
            memory.copies().restore(members(found));
            var settled = Set.copyOf(
                    memory.ledger().settled(found.stream().map(Repair::id).toList()));
            var unsettled =
                    found.stream().filter(each -> !settled.contains(id(each))).toList();
            memory.ledger().repair(entries(unsettled));
            return missingCount(found, known, settled);
        });
    }

    void quarantine(StreamPosition place, String reason, Instant at) {
        var item = place.stream() + "/" + place.partition() + "/" + place.offset();
        var entry = new LedgerEntry(LedgerEntry.LOG, item, Outcome.QUARANTINED, null, null, reason, place, at);
        memory.decisions().together(() -> {
            memory.ledger().repair(List.of(entry));
            return entry;
        });
    }

    /** The copy groups as the log has them. */
    private static List<CopyMember<ArticleId>> members(List<Published> found) {
        return found.stream()
                .map(Published::edition)
                .filter(edition -> edition.revision().change() == Change.NEW)
                .map(Repair::member)
                .collect(Collectors.toMap(
                        each -> each.article().id(), each -> each, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static CopyMember<ArticleId> member(Edition edition) {
        var revision = edition.revision();
        var text = edition.article().text();
        var article = new Newcomer<>(
                revision.article(),
                edition.article().imprint().publisher(),
                revision.ingestedAt(),
                TextSketch.of(text.headline(), text.body()));
        return new CopyMember<>(article, revision.copyGroup());
    }

    private static int missingCount(List<Published> found, Set<String> known, Set<RevisionId> settled) {
        return (int) found.stream()
                .map(Repair::id)
                .distinct()
                .filter(id -> !known.contains(id.value()) || !settled.contains(id))
                .count();
    }

    private static List<LedgerEntry> entries(List<Published> found) {
        return found.stream()
                .collect(Collectors.toMap(Repair::id, each -> each, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(Repair::entry)
                .toList();
    }

    private static LedgerEntry entry(Published found) {
        var revision = found.edition().revision();
        var outcome = switch (revision.change()) {
            case NEW -> Outcome.PUBLISHED;
            case REVISED -> Outcome.REVISED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
        };
        return new LedgerEntry(
                Objects.requireNonNullElse(
                        found.edition().article().provenance().feedId(), LedgerEntry.HTTP),
                revision.article().value(),
                outcome,
                revision.name(),
                found.edition().article().imprint().url(),
                "found on the log and remembered late",
                found.position(),
                revision.ingestedAt());
    }

    private static RevisionId id(Published found) {
        return found.edition().revision().id();
    }

    private static String article(Published found) {
        return found.edition().revision().article().value();
    }
}
