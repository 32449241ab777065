/** Any number of phrases found in one pass over the tokens of a text. */
@NullMarked
package io.copytaster.text.phrase;

import org.jspecify.annotations.NullMarked;
