@NullMarked
package io.copytaster.stream;

import org.jspecify.annotations.NullMarked;
