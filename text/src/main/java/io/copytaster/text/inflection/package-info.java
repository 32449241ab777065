/** The forms that a word or name takes in a language, each with the rule that made it. */
@NullMarked
package io.copytaster.text.inflection;

import org.jspecify.annotations.NullMarked;
