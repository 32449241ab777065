/** Which language a text is written in. */
@NullMarked
package io.copytaster.text.language;

import org.jspecify.annotations.NullMarked;
