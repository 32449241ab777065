/** The text that is enriched: headline, body and the language its publisher claims. */
@NullMarked
package io.copytaster.enrichment.article;

import org.jspecify.annotations.NullMarked;
