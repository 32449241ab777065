package io.copytaster.ingest.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a feed changed. Only an answer with a body that was read to its end sets these. Some servers keep their
 * validators while the feed changes, so the body's hash counts too, and now and then the feed is fetched without condition.
 *
 * @param etag as the server wrote it, weak ones too
 * @param lastModified as the server wrote it
 * @param bodyHash of the last body that was read to its end
 * @param fullAt when the feed was fetched without condition last
 * @param conditional polls with a condition since then
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Instant fullAt,
        int conditional) {

    /** Nothing is known: the next poll has no condition. */
    public static final Validators NONE = new Validators(null, null, null, null, 0);

    /** Every twentieth poll at the latest is without condition. */
    static final int MOST_CONDITIONAL = 19;

    private static final Duration LONGEST_CONDITIONAL = Duration.ofDays(1);
    private static final int LONGEST = 1000;

    public Validators {
        etag = bounded(etag);
        lastModified = bounded(lastModified);
    }

    /** Whether the next poll may have a condition. */
    public boolean allowCondition(Instant now) {
        return (etag != null || lastModified != null)
                && conditional < MOST_CONDITIONAL
                && fullAt != null
                && fullAt.plus(LONGEST_CONDITIONAL).isAfter(now);
    }

    /** After one more poll with a condition. */
    public Validators polled() {
        return new Validators(etag, lastModified, bodyHash, fullAt, conditional + 1);
    }

    /** Without what would make a condition, but still knowing the body. */
    public Validators unconditional() {
        return new Validators(null, null, bodyHash, fullAt, 0);
    }

    /** One that is too long to be sent back is none. */
    private static @Nullable String bounded(@Nullable String validator) {
        return validator == null
                        || validator.length() > LONGEST
                        || validator.chars().anyMatch(c -> c < ' ' || c == 0x7f)
                ? null
                : validator;
    }
}
