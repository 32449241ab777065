/** Keeps what subscribers wait for: watches with their queries, in revisions that matchers follow without a gap. */
@NullMarked
package io.copytaster.alert.watch;

import org.jspecify.annotations.NullMarked;
