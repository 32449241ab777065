/** How far the groups of a service are behind on each partition, and whether our partitions still move. */
@NullMarked
package io.copytaster.runtime.lag;

import org.jspecify.annotations.NullMarked;
