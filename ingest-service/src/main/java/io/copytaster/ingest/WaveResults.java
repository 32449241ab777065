package io.copytaster.ingest;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.ledger.LedgerEntry;
import io.copytaster.ingest.ledger.Outcome;
import io.copytaster.ingest.publish.Publication;
import io.copytaster.ingest.publish.Publication.OnLog;
import io.copytaster.ingest.receipt.KeptReceipt;
import io.copytaster.ingest.receipt.Receipt;
import io.copytaster.ingest.revision.Difference;
import io.copytaster.ingest.revision.RevisionName;
import io.copytaster.ingest.revision.Verdict;
import io.copytaster.ingest.seen.Published;
import io.copytaster.ingest.seen.StreamPosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a wave leaves behind once the log was written: memories, ledger lines, receipts and answers. */
record WaveResults(List<Decided> decided, Map<RevisionId, Publication> publications, Instant at) {

    List<Answer> answers() {
        return decided.stream().map(this::answer).toList();
    }

    List<Published> published() {
        return decided.stream()
                .flatMap(each -> each.edition().stream())
                .flatMap(edition -> place(edition.revision().id()).map(place -> new Published(edition, place)).stream())
                .toList();
    }

    /** The articles that entries of feeds, and the addresses that their pages state, turned out to be. */
    Map<String, ArticleId> feedAliases() {
        var aliases = new HashMap<String, ArticleId>();
        for (var each : decided) {
            var item = each.submission().item();
            if (item != null
                    && each instanceof Decided.Judged judged
                    && unconfirmed(judged).isEmpty()) {
                var article = judged.verdict().revision().article();
                aliases.put(item.alias(), article);
                item.statedAlias()
                        .filter(_ -> !article.equals(ArticleId.ofUrl(Objects.toString(item.statedUrl()))))
                        .ifPresent(alias -> aliases.put(alias, article));
            }
        }
        return aliases;
    }

    List<KeptReceipt> receipts() {
        return decided.stream().flatMap(this::kept).toList();
    }

    List<LedgerEntry> entries() {
        return decided.stream().map(this::entry).toList();
    }

    private Answer answer(Decided each) {
        return switch (each) {
            case Decided.Refused(var _, var refusal) -> new Answer.Refused(refusal);
            case Decided.Filtered(var _, var ruling) -> new Answer.Filtered(ruling);
            case Decided.Repeated(var _, var kept) -> new Answer.Taken(kept.receipt());
            case Decided.Reused _ -> new Answer.KeyReused();
            case Decided.Judged judged ->
                unconfirmed(judged)
                        .<Answer>map(Answer.Unconfirmed::new)
                        .orElseGet(() -> new Answer.Taken(Receipt.of(judged.verdict())));
        };
    }

    private Stream<KeptReceipt> kept(Decided each) {
        return each instanceof Decided.Judged judged
                        && judged.submission().key() != null
                        && unconfirmed(judged).isEmpty()
                ? Stream.of(new KeptReceipt(judged.submission().key(), Receipt.of(judged.verdict())))
                : Stream.empty();
    }

    private LedgerEntry entry(Decided each) {
        return switch (each) {
            case Decided.Refused(var submission, var refusal) -> rejected(submission, refusal.sentence());
            case Decided.Filtered(var submission, var ruling) ->
                entry(submission, Outcome.FILTERED, null, ruling.sentence(), null);
            case Decided.Reused(var submission) ->
                rejected(submission, "its Idempotency-Key belongs to another request");
            case Decided.Repeated(var submission, var kept) ->
                entry(
                        submission,
                        Outcome.DUPLICATE,
                        kept.receipt().revisionName(),
                        "repeats an answered request",
                        null);
            case Decided.Judged judged -> entry(judged);
        };
    }

    private LedgerEntry entry(Decided.Judged judged) {
        var revision = judged.verdict().revision();
        var unconfirmed = unconfirmed(judged);
        if (unconfirmed.isPresent()) {
            return entry(judged.submission(), Outcome.PENDING, revision.name(), unconfirmed.get(), null);
        }
        var place = place(revision.id()).orElse(null);
        return switch (judged.verdict()) {
            case Verdict.Duplicate _ ->
                entry(judged.submission(), Outcome.DUPLICATE, revision.name(), "reads like the latest revision", null);
            case Verdict.Fresh _
            when revision.previous() == null ->
                entry(judged.submission(), Outcome.PUBLISHED, revision.name(), "first revision", place);
            case Verdict.Fresh(var _, var difference) ->
                entry(judged.submission(), Outcome.REVISED, revision.name(), reason(difference), place);
        };
    }

    private static String reason(@Nullable Difference difference) {
        var reason = "another text than the latest";
        return difference == null ? reason : reason + ": " + difference.words();
    }

    private LedgerEntry rejected(Submission submission, String reason) {
        return entry(submission, Outcome.REJECTED, null, reason, null);
    }

    private LedgerEntry entry(
            Submission submission,
            Outcome outcome,
            @Nullable RevisionName revision,
            String reason,
            @Nullable StreamPosition place) {
        var feed = submission.item();
        var item = revision == null ? submission.digest() : revision.article().value();
        var url = submission instanceof Submission.Offered offered
                ? offered.article().url()
                : null;
        if (feed == null) {
            return new LedgerEntry(LedgerEntry.HTTP, item, outcome, revision, url, reason, place, at);
        }
        var remarked = feed.remark() == null ? reason : reason + "; " + feed.remark();
        return new LedgerEntry(feed.feedId(), feed.key(), outcome, revision, url, remarked, place, at);
    }

    /** Why it is not known to be on the log: a duplicate shares the fate of what it repeats within the wave. */
    private Optional<String> unconfirmed(Decided.Judged judged) {
        return Optional.ofNullable(publications.get(judged.verdict().revision().id()))
                .flatMap(publication -> switch (publication) {
                    case Publication.Unconfirmed(var reason) -> Optional.of(reason);
                    case OnLog _ -> Optional.empty();
                });
    }

    private Optional<StreamPosition> place(RevisionId revision) {
        return Optional.ofNullable(publications.get(revision)).flatMap(publication -> switch (publication) {
            case OnLog(var position) -> Optional.of(position);
            case Publication.Unconfirmed _ -> Optional.empty();
        });
    }
}
