/** Digests: short names for content, by which it is recognised and from which nothing can be read back. */
@NullMarked
package io.copytaster.ingest.digest;

import org.jspecify.annotations.NullMarked;
