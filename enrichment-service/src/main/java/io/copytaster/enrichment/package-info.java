/** Turns {@code ArticleIngested} into {@code ArticleEnriched}: language, mentions and topic tags with evidence. */
@NullMarked
package io.copytaster.enrichment;

import org.jspecify.annotations.NullMarked;
