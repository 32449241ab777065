/** What must hold while something breaks. */
@NullMarked
package io.copytaster.systemtests.faults;

import org.jspecify.annotations.NullMarked;
