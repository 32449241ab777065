/** The revisions that were enriched already, so that a repeat is recognised and dropped. */
@NullMarked
package io.copytaster.enrichment.seen;

import org.jspecify.annotations.NullMarked;
