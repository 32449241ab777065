/** Volume: how much a feed usually brings, and when it brings much less or much more. */
@NullMarked
package io.copytaster.ingest.volume;

import org.jspecify.annotations.NullMarked;
