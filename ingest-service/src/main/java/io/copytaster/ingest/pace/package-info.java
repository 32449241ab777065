/** Pace: when a feed is polled next, from what it does, what it asks for and what its server asks for. */
@NullMarked
package io.copytaster.ingest.pace;

import org.jspecify.annotations.NullMarked;
