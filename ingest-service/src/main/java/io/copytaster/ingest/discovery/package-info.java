/** Finds the feeds that a web page offers. */
@NullMarked
package io.copytaster.ingest.discovery;

import org.jspecify.annotations.NullMarked;
