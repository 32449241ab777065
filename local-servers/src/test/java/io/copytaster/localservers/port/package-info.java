/** TCP ports of this machine: free ones, and who holds a taken one. */
@NullMarked
package io.copytaster.localservers.port;

import org.jspecify.annotations.NullMarked;
