/** Child processes that are started, awaited, ended and found again: logs, pid files, ports and orphans. */
@NullMarked
package io.copytaster.localservers.process;

import org.jspecify.annotations.NullMarked;
