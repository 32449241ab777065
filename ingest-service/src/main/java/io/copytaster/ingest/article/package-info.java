/** Articles: what a sender offers, and what we understand of it. */
@NullMarked
package io.copytaster.ingest.article;

import org.jspecify.annotations.NullMarked;
