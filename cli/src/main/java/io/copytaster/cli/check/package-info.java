/** What is there, what is missing, and what to do next. */
@NullMarked
package io.copytaster.cli.check;

import org.jspecify.annotations.NullMarked;
