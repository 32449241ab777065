/** Articles: what is offered and what is understood of it, with where it came from. */
@NullMarked
package io.copytaster.ingest.article;

import org.jspecify.annotations.NullMarked;
