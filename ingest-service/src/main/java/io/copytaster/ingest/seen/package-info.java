/** What was taken in before: the latest revision of every article, and the locks under which it is decided. */
@NullMarked
package io.copytaster.ingest.seen;

import org.jspecify.annotations.NullMarked;
