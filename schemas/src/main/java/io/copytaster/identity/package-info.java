/** Deterministic identities, so that every repeat is recognisable at every hop. */
@NullMarked
package io.copytaster.identity;

import org.jspecify.annotations.NullMarked;
