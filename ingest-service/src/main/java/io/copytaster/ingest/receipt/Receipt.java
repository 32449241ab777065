package io.copytaster.ingest.receipt;

import io.copytaster.identity.ArticleId;
import io.copytaster.identity.RevisionId;
import io.copytaster.ingest.revision.Revision;
import io.copytaster.ingest.revision.RevisionName;
import io.copytaster.ingest.revision.Verdict;
import java.util.Locale;

/**
 * What a sender is told about something taken in.
 *
 * @param revision 1, 2, …: for people
 * @param copyGroupId the founder of the group of near-identical copies
 */
public record Receipt(ArticleId articleId, int revision, Taken outcome, RevisionId revisionId, ArticleId copyGroupId) {

    /** What became of it. */
    public enum Taken {
        ACCEPTED,
        DUPLICATE,
        REVISED,
        WITHDRAWN;

        /** The word in answers and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The receipt for a verdict, once a fresh text is on the log. */
    public static Receipt of(Verdict verdict) {
        var revision = verdict.revision();
        var outcome = switch (verdict) {
            case Verdict.Duplicate _ -> Taken.DUPLICATE;
            case Verdict.Fresh _ -> revision.previous() == null ? Taken.ACCEPTED : Taken.REVISED;
        };
        return of(revision, outcome);
    }

    /** The receipt for a withdrawal; the same when it is asked for again. */
    public static Receipt ofWithdrawal(Revision withdrawal) {
        return of(withdrawal, Taken.WITHDRAWN);
    }

    /** The revision that it tells about. */
    public RevisionName revisionName() {
        return new RevisionName(articleId, revisionId, revision);
    }

    private static Receipt of(Revision revision, Taken outcome) {
        return new Receipt(revision.article(), revision.number(), outcome, revision.id(), revision.copyGroup());
    }
}
