/** Checks of the sources and documents themselves: format, rooms, words, tables. */
@NullMarked
package io.copytaster.systemtests.sources;

import org.jspecify.annotations.NullMarked;
