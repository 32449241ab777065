/** Shows alerts as they are raised, to whoever keeps a connection open, without holes across reconnects. */
@NullMarked
package io.copytaster.alert.live;

import org.jspecify.annotations.NullMarked;
