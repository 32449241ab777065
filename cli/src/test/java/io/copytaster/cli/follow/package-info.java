/** Streams as JSON, one line per record. */
@NullMarked
package io.copytaster.cli.follow;

import org.jspecify.annotations.NullMarked;
