/** Lists of feeds as other readers keep them: OPML in and out. */
@NullMarked
package io.copytaster.ingest.opml;

import org.jspecify.annotations.NullMarked;
