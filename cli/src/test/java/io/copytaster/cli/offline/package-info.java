/** Commands that run the services' own rooms on files: NDJSON in, NDJSON out, no service needed. */
@NullMarked
package io.copytaster.cli.offline;

import org.jspecify.annotations.NullMarked;
