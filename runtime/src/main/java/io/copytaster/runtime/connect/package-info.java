/** Judges each outgoing connection at the moment it is made, whichever client makes it. */
@NullMarked
package io.copytaster.runtime.connect;

import org.jspecify.annotations.NullMarked;
