/** Many feeds on loopback that behave as servers do, and the real ingest-service that polls them. */
@NullMarked
package io.copytaster.systemtests.feeds;

import org.jspecify.annotations.NullMarked;
