/** Words, and in unspaced scripts characters, with the gaps and sentences between them. */
@NullMarked
package io.copytaster.text.token;

import org.jspecify.annotations.NullMarked;
