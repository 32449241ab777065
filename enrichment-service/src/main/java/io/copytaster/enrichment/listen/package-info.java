/** The door for articles: the group's consumers, their start, their memory, and whether they still move. */
@NullMarked
package io.copytaster.enrichment.listen;

import org.jspecify.annotations.NullMarked;
