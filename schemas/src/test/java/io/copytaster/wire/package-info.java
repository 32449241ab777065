@NullMarked
package io.copytaster.wire;

import org.jspecify.annotations.NullMarked;
