/** What commands say and how they end: lines, tables, NDJSON, exit codes. */
@NullMarked
package io.copytaster.cli.terminal;

import org.jspecify.annotations.NullMarked;
