package io.copytaster.ingest.publish;

import org.jspecify.annotations.Nullable;

/** The trace that an edition continues on the log; {@code parent} is a W3C traceparent, null where none came. */
public record Trace(@Nullable String parent) {

    /** A new trace. */
    public static final Trace NEW = new Trace(null);
}
