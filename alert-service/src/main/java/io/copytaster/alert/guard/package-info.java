/** Decides which addresses we may send to: public ones, and those that the operator allowed by name. */
@NullMarked
package io.copytaster.alert.guard;

import org.jspecify.annotations.NullMarked;
