/** Keeps what was decided: every match with its end, and every alert until and after it is told. */
@NullMarked
package io.copytaster.alert.raised;

import org.jspecify.annotations.NullMarked;
