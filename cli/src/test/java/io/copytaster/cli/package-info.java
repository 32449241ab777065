/** The front door: every command of {@code ./copytaster}. */
@NullMarked
package io.copytaster.cli;

import org.jspecify.annotations.NullMarked;
