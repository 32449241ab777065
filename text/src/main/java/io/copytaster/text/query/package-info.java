/** What a watch asks for: the query language, its one tree, and the one evaluator that decides and explains. */
@NullMarked
package io.copytaster.text.query;

import org.jspecify.annotations.NullMarked;
