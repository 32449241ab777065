/** Health: whether a feed can be relied on, and why not. */
@NullMarked
package io.copytaster.ingest.health;

import org.jspecify.annotations.NullMarked;
