/** Revisions: the chain of texts that an article goes through. */
@NullMarked
package io.copytaster.ingest.revision;

import org.jspecify.annotations.NullMarked;
