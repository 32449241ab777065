/** The catalogue's files, read strictly, and the version that their content gives. */
@NullMarked
package io.copytaster.enrichment.catalogue;

import org.jspecify.annotations.NullMarked;
