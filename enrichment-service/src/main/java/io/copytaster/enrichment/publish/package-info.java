/** Carries results out: enriched articles and dead letters, in the transaction of the batch they came with. */
@NullMarked
package io.copytaster.enrichment.publish;

import org.jspecify.annotations.NullMarked;
