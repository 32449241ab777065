package io.copytaster.ingest;

import io.copytaster.ingest.article.Article;
import io.copytaster.ingest.article.Refusal;
import io.copytaster.ingest.filter.FilterRuling;
import io.copytaster.ingest.receipt.KeptReceipt;
import io.copytaster.ingest.revision.Edition;
import io.copytaster.ingest.revision.Verdict;
import java.util.Optional;

/** A submission of a wave, as far as it got before the log was written. */
sealed interface Decided {

    /** The submission. */
    Submission submission();

    /** What goes to the log for it. */
    default Optional<Edition> edition() {
        return Optional.empty();
    }

    /** Not an article, or not one that we take. */
    record Refused(Submission submission, Refusal refusal) implements Decided {}

    /** An article that a filter of the operator refuses. */
    record Filtered(Submission submission, FilterRuling ruling) implements Decided {}

    /** A request that was answered before. */
    record Repeated(Submission submission, KeptReceipt kept) implements Decided {}

    /** A key that was used for another request. */
    record Reused(Submission submission) implements Decided {}

    /** An article with its verdict. */
    record Judged(Submission.Offered submission, Article article, Verdict verdict) implements Decided {

        @Override
        public Optional<Edition> edition() {
            return switch (verdict) {
                case Verdict.Fresh(var revision, var difference) ->
                    Optional.of(new Edition(revision, article, difference));
                case Verdict.Duplicate _ -> Optional.empty();
            };
        }
    }
}
