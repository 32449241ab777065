/** The text of an article and what its page states about it, out of the page's bytes. */
@NullMarked
package io.copytaster.ingest.extract;

import org.jspecify.annotations.NullMarked;
