/** Copies: whether a text is a reprint of an earlier one, in any language. */
@NullMarked
package io.copytaster.ingest.copy;

import org.jspecify.annotations.NullMarked;
