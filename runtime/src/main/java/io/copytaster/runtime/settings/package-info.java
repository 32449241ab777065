/** Settings: the refusal of values outside their bounds, in one wording. */
@NullMarked
package io.copytaster.runtime.settings;

import org.jspecify.annotations.NullMarked;
