/** Decides which addresses we may connect to: public ones, and those that the operator allowed by name. */
@NullMarked
package io.copytaster.runtime.guard;

import org.jspecify.annotations.NullMarked;
