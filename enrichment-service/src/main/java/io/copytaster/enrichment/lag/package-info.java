/** How far the group is behind on each partition, and whether it still moves. */
@NullMarked
package io.copytaster.enrichment.lag;

import org.jspecify.annotations.NullMarked;
