package io.copytaster.ingest.copygroup;

/**
 * An article in its copy group.
 *
 * @param <I> identities of articles
 * @param group the id of the founding article, which is the article's own where it founded the group
 */
public record CopyMember<I>(Newcomer<I> article, I group) {}
