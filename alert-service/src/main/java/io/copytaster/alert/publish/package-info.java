/** Carries matches and alerts out to their streams. */
@NullMarked
package io.copytaster.alert.publish;

import org.jspecify.annotations.NullMarked;
