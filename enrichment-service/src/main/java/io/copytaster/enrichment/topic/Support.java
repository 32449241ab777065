package io.copytaster.enrichment.topic;

import io.copytaster.enrichment.mention.Evidence;
import io.copytaster.enrichment.mention.Field;

/**
 * Something in an article that speaks for a topic.
 *
 * @param key what it is; support with equal keys counts once
 * @param sentence where it stands, counted through the article
 */
record Support(String key, double weight, boolean anchor, int sentence, Evidence evidence) {

    private static final double HEADLINE_BOOST = 2;

    double score() {
        return isInHeadline() ? weight * HEADLINE_BOOST : weight;
    }

    boolean isInHeadline() {
        return evidence.field() == Field.HEADLINE;
    }
}
