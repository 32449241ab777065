/** Publishers: who belongs to whom, so that one voice is not counted as several. */
@NullMarked
package io.copytaster.ingest.publisher;

import org.jspecify.annotations.NullMarked;
