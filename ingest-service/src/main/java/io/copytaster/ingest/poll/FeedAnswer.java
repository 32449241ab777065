package io.copytaster.ingest.poll;

import io.copytaster.ingest.health.PollResult.Severity;
import io.copytaster.ingest.pace.Wish;
import io.copytaster.ingest.source.Validators;
import io.copytaster.ingest.syndication.FeedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came when a feed was asked for. */
public sealed interface FeedAnswer {

    /** What the server asks for. */
    List<Wish> wishes();

    /**
     * A document.
     *
     * @param validators what to ask with once it is taken in
     * @param movedTo where it is for good, as far as this answer says; null where it is where it was
     */
    record Document(
            FeedDocument document,
            Validators validators,
            List<Wish> wishes,
            @Nullable String movedTo) implements FeedAnswer {}

    /** The very document that was taken in before. */
    record Unchanged(
            Validators validators,
            List<Wish> wishes,
            @Nullable String movedTo) implements FeedAnswer {}

    /** The server says that nothing changed. */
    record NotModified(List<Wish> wishes) implements FeedAnswer {}

    /** No document. */
    record Failed(Severity severity, String reason, List<Wish> wishes) implements FeedAnswer {}

    /** The server says that there will never be one again. */
    record Gone(String reason) implements FeedAnswer {

        @Override
        public List<Wish> wishes() {
            return List.of();
        }
    }
}
