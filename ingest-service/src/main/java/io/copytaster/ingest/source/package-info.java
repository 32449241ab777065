/** Sources: the feeds that are polled, what is known about each, and which instance polls it now. */
@NullMarked
package io.copytaster.ingest.source;

import org.jspecify.annotations.NullMarked;
