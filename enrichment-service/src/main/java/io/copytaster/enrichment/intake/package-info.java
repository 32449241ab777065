/** DOOR: answers enrichment and catalogue questions over HTTP, without state. */
@NullMarked
package io.copytaster.enrichment.intake;

import org.jspecify.annotations.NullMarked;
