/** Subjects of the catalogue and the decision whether an article is about one. */
@NullMarked
package io.copytaster.enrichment.topic;

import org.jspecify.annotations.NullMarked;
