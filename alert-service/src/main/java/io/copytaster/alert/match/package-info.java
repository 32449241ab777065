/** Finds the watches that an article fits, and says by which text: the index of watches, matches and their reasons. */
@NullMarked
package io.copytaster.alert.match;

import org.jspecify.annotations.NullMarked;
