/** Retention: how long the service remembers, and the forgetting. */
@NullMarked
package io.copytaster.ingest.retention;

import org.jspecify.annotations.NullMarked;
