package io.copytaster.ingest.copygroup;

import io.copytaster.ingest.copy.TextSketch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that looks for its copy group.
 *
 * @param <I> identities of articles
 * @param publisher null where unknown
 * @param at what the look-back is counted from; the instant of intake, since dates in articles lie
 */
public record Newcomer<I>(I id, @Nullable String publisher, Instant at, TextSketch sketch) {

    boolean sharesPublisherWith(Newcomer<I> other) {
        return publisher != null && publisher.equals(other.publisher);
    }
}
