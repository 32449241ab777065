/** Occurrences of entities in an article, each with the text that proves it. */
@NullMarked
package io.copytaster.enrichment.mention;

import org.jspecify.annotations.NullMarked;
