package io.copytaster.ingest.health;

import java.util.Locale;

/** Whether a feed can be relied on. */
public enum Condition {
    /** It was never polled. */
    NEW,
    /** It was read, or is as it was when it was read. */
    HEALTHY,
    /** It was read, but nothing new came for longer than its rhythm predicts; empty is not broken. */
    QUIET,
    /** It failed since it was read last. */
    FAILING,
    /** It failed so often that it is looked at rarely. */
    PARKED,
    /** Its server says that it is gone for good; nobody looks any more. */
    GONE;

    /** As users see it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
