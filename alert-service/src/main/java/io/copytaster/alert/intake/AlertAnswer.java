package io.copytaster.alert.intake;

import io.copytaster.alert.match.ArticleDigest;
import io.copytaster.alert.match.Evidence;
import io.copytaster.alert.match.Reason;
import io.copytaster.alert.raised.AlertKind;
import io.copytaster.alert.raised.Alerts.Listed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert as we answer it; field names as in the webhook's and the stream's. */
record AlertAnswer(
        String alertId,
        String watchId,
        String watchName,
        long watchRevision,
        AlertKind kind,
        String trigger,
        ArticleDigest article,
        List<ReasonAnswer> reasons,
        int reasonsOmitted,
        int folded,
        Instant raisedAt) {

    /** A reason without the watch that the alert names already. */
    record ReasonAnswer(
            String clause, String label, @Nullable Double confidence, List<Evidence> evidence) {
        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(reason.clause(), reason.label(), reason.confidence(), reason.evidence());
        }
    }

    static AlertAnswer of(Listed listed) {
        var alert = listed.alert();
        return new AlertAnswer(
                alert.id().value(),
                alert.watch().value(),
                alert.watchName(),
                alert.watchRevision(),
                alert.kind(),
                alert.trigger(),
                alert.article(),
                alert.reasons().stream().map(ReasonAnswer::of).toList(),
                alert.reasonsOmitted(),
                listed.folded(),
                alert.raisedAt());
    }
}
