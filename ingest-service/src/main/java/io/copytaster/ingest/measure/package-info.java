/** Measures: the metrics of the service and the sums that must hold between them. */
@NullMarked
package io.copytaster.ingest.measure;

import org.jspecify.annotations.NullMarked;
