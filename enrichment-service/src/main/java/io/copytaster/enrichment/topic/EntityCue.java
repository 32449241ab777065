package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.entity.EntityId;

/**
 * An entity whose mention speaks for a topic.
 *
 * @param weight what it adds to the score
 * @param anchor whether it may carry the topic, or only support it
 */
public record EntityCue(EntityId id, double weight, boolean anchor) {}
