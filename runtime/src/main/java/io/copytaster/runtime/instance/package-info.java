/** One instance, one name: a database session lock that keeps two processes from sharing one identity. */
@NullMarked
package io.copytaster.runtime.instance;

import org.jspecify.annotations.NullMarked;
