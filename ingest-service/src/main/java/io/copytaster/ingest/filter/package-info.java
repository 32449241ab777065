/** Filters: rules of the operator about what is not taken in, each with a version, each effect counted. */
@NullMarked
package io.copytaster.ingest.filter;

import org.jspecify.annotations.NullMarked;
