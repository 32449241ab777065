/** Who may call: bearer tokens, the hosts that are ours, and listeners that stay on loopback without them. */
@NullMarked
package io.copytaster.runtime.access;

import org.jspecify.annotations.NullMarked;
