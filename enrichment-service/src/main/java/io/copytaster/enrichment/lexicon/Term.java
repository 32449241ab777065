package io.copytaster.enrichment.lexicon;

import io.copytaster.enrichment.entity.Alias;

/**
 * An alias and what it is for.
 *
 * @param owner the entity or topic; empty for what many share: witnesses and excludes
 * @param number the term's number in the order of the catalogue
 * @param weight of a cue; 0 elsewhere
 * @param anchor whether a cue may carry its topic
 */
public record Term(Purpose purpose, String owner, int number, Alias alias, double weight, boolean anchor) {}
