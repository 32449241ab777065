/** Canonical URLs: which addresses lead to one and the same article. */
@NullMarked
package io.copytaster.ingest.url;

import org.jspecify.annotations.NullMarked;
