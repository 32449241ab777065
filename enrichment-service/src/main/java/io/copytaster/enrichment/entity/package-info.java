/** Persons, organisations, places, products and groupings of the catalogue, with their names per language. */
@NullMarked
package io.copytaster.enrichment.entity;

import org.jspecify.annotations.NullMarked;
