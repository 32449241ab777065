package io.copytaster.ingest.filter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter as it is kept.
 *
 * @param version 1, 2, …: counts its changes, and is told with every effect
 * @param effects articles that this version refused, or would have refused
 * @param lastEffectAt null before the first
 */
public record IntakeFilter(
        FilterId id,
        int version,
        FilterDraft draft,
        Instant changedAt,
        long effects,
        @Nullable Instant lastEffectAt) {

    /** What this filter says about an article; nothing where it lets it pass. */
    Optional<FilterRuling> ruling(Candidate candidate) {
        if (!candidate.isFrom(draft.scope())) {
            return Optional.empty();
        }
        return draft.refuse()
                .found(candidate)
                .or(() -> draft.keepOnly().isEmpty()
                                || draft.keepOnly().found(candidate).isPresent()
                        ? Optional.empty()
                        : Optional.of("nothing of what it keeps"))
                .map(why -> new FilterRuling(id, version, draft.name(), draft.mode(), why));
    }
}
