/** What surrounds a record on the wire: the five bytes before it, the headers beside it, and the lengths within it. */
@NullMarked
package io.copytaster.wire.frame;

import org.jspecify.annotations.NullMarked;
