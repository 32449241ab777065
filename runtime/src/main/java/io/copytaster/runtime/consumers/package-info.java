/** The frame around consumers of streams: their start in order, their rollback, and their end when a namesake takes over. */
@NullMarked
package io.copytaster.runtime.consumers;

import org.jspecify.annotations.NullMarked;
