/** Follows the streams: enriched articles to be matched, exactly once, and matches to be decided. */
@NullMarked
package io.copytaster.alert.listen;

import org.jspecify.annotations.NullMarked;
