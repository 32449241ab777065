/** Articles from files into ingest. */
@NullMarked
package io.copytaster.cli.send;

import org.jspecify.annotations.NullMarked;
