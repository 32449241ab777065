/** The exit to the log: revisions leave here and are acknowledged by the broker. */
@NullMarked
package io.copytaster.ingest.publish;

import org.jspecify.annotations.NullMarked;
