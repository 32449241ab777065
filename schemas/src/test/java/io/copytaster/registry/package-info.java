@NullMarked
package io.copytaster.registry;

import org.jspecify.annotations.NullMarked;
