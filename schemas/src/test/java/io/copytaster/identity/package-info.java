@NullMarked
package io.copytaster.identity;

import org.jspecify.annotations.NullMarked;
