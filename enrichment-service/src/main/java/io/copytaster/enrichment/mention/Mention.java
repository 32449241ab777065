package io.copytaster.enrichment.mention;

import io.copytaster.enrichment.entity.EntityId;

/**
 * One occurrence of an entity.
 *
 * @param confidence 0 to 1
 */
public record Mention(EntityId entity, MentionKind kind, double confidence, Evidence evidence) {

    public Mention {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence must lie in 0..1, got " + confidence);
        }
    }
}
