package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.Alias;

/**
 * A word or phrase that speaks for a topic.
 *
 * @param weight what it adds to the score
 * @param anchor whether it may carry the topic, or only support it
 */
public record Cue(Alias alias, double weight, boolean anchor) {}
