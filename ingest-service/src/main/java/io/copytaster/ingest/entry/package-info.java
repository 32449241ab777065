/** Entries: what names an entry within its feed, and which ones were taken in before. */
@NullMarked
package io.copytaster.ingest.entry;

import org.jspecify.annotations.NullMarked;
