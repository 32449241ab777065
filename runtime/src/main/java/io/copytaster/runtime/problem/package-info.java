/** Errors over HTTP: RFC 9457 problem details that name the field, the value and the remedy. */
@NullMarked
package io.copytaster.runtime.problem;

import org.jspecify.annotations.NullMarked;
