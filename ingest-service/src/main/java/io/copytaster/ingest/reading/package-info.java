/** Reading: what a sender offers is checked field by field and becomes an article, or is refused with what to change. */
@NullMarked
package io.copytaster.ingest.reading;

import org.jspecify.annotations.NullMarked;
