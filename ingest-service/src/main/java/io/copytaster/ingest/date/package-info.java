/** Dates as people and programs write them, in many languages: read to an instant, or not at all. */
@NullMarked
package io.copytaster.ingest.date;

import org.jspecify.annotations.NullMarked;
