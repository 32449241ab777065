/** Java programs as child processes, with caches that let them start in half the time. */
@NullMarked
package io.copytaster.localservers.jvm;

import org.jspecify.annotations.NullMarked;
