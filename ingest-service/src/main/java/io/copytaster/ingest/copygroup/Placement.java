package io.copytaster.ingest.copygroup;

import org.jspecify.annotations.Nullable;

/**
 * Where an article belongs.
 *
 * @param <I> identities of articles
 * @param group the id of the founding article
 * @param match why; null for a founder, and for a repetition of an article that was placed before
 */
public record Placement<I>(I group, @Nullable CopyMatch<I> match) {}
