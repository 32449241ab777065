/** PostgreSQL, Kafka and a schema registry as real processes on this machine, for development and tests. */
@NullMarked
package io.copytaster.localservers;

import org.jspecify.annotations.NullMarked;
