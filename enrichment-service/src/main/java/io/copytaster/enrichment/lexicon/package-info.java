/** Everything the catalogue can recognise, compiled for one pass over a text. */
@NullMarked
package io.copytaster.enrichment.lexicon;

import org.jspecify.annotations.NullMarked;
