/** Hostile feeds, pages, addresses and requests against the real ingest-service: it says no, stays small, and goes on. */
@NullMarked
package io.copytaster.systemtests.hostile;

import org.jspecify.annotations.NullMarked;
