package io.copytaster.ingest.filter;

import io.copytaster.ingest.filter.FilterDraft.Mode;
import io.copytaster.ingest.filter.FilterDraft.Scope;
import io.copytaster.runtime.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a caller writes it.
 *
 * @param feedId the feed that it looks at; null for all
 * @param publisher the publisher that it looks at; null for all
 * @param mode {@code enforce} (the usual) or {@code shadow}, which only counts
 * @param refuse articles with one of these are not taken in
 * @param keepOnly only articles with one of these are taken in
 */
record FilterBody(
        @Nullable String name,
        @Nullable String feedId,
        @Nullable String publisher,
        @Nullable String mode,
        @Nullable CriteriaBody refuse,
        @Nullable CriteriaBody keepOnly) {

    /** What an article may have in common with a filter; a list that is left out asks for nothing. */
    record CriteriaBody(
            @Nullable List<String> languages,
            @Nullable List<String> sections,
            @Nullable List<String> words) {

        static CriteriaBody of(Criteria criteria) {
            return new CriteriaBody(criteria.languages(), criteria.sections(), criteria.words());
        }

        Criteria criteria() {
            return new Criteria(orNone(languages), orNone(sections), orNone(words));
        }

        private static List<String> orNone(@Nullable List<String> texts) {
            return Objects.requireNonNullElse(texts, List.of());
        }
    }

    /** A filter as we answer it. */
    record Answer(
            String filterId,
            int version,
            String name,
            @Nullable String feedId,
            @Nullable String publisher,
            String mode,
            CriteriaBody refuse,
            CriteriaBody keepOnly,
            Instant changedAt,
            long effects,
            @Nullable Instant lastEffectAt) {

        static Answer of(IntakeFilter filter) {
            var draft = filter.draft();
            return new Answer(
                    filter.id().value(),
                    filter.version(),
                    draft.name(),
                    draft.scope().feedId(),
                    draft.scope().publisher(),
                    draft.mode().name().toLowerCase(Locale.ROOT),
                    CriteriaBody.of(draft.refuse()),
                    CriteriaBody.of(draft.keepOnly()),
                    filter.changedAt(),
                    filter.effects(),
                    filter.lastEffectAt());
        }
    }

    /** All filters. */
    record Answers(List<Answer> items) {}

    /** The filter in it, or the problem thrown. */
    FilterDraft draft() {
        try {
            return new FilterDraft(
                    Objects.requireNonNullElse(name, ""),
                    new Scope(feedId, publisher),
                    wantedMode(),
                    criteria(refuse),
                    criteria(keepOnly));
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable(Objects.requireNonNullElse(e.getMessage(), "it cannot be used"));
        }
    }

    private Mode wantedMode() {
        return switch (mode) {
            case null -> Mode.ENFORCE;
            case "enforce" -> Mode.ENFORCE;
            case "shadow" -> Mode.SHADOW;
            default -> throw Problem.invalid("mode", "expected enforce or shadow, got another word");
        };
    }

    private static Criteria criteria(@Nullable CriteriaBody body) {
        return Optional.ofNullable(body).map(CriteriaBody::criteria).orElse(Criteria.NONE);
    }
}
