@NullMarked
package io.copytaster.evolution;

import org.jspecify.annotations.NullMarked;
