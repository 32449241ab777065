package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.entity.Alias;

/**
 * An alias and what it is for.
 *
 * @param owner the entity or topic
 * @param number the alias's number, which its witnesses share
 * @param weight of a cue; 0 elsewhere
 * @param anchor whether a cue may carry its topic
 */
public record Term(Purpose purpose, String owner, int number, Alias alias, double weight, boolean anchor) {}
