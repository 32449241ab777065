package io.copytaster.ingest.copygroup;

import io.copytaster.ingest.copy.CopyVerdict;

/**
 * The article that a newcomer is a copy of, and how that was seen.
 *
 * @param <I> identities of articles
 */
public record CopyMatch<I>(CopyMember<I> original, CopyVerdict verdict) {}
