/** What the services rely on from Kafka, the schema registry and PostgreSQL, proven wherever these run. */
@NullMarked
package io.copytaster.systemtests.contract;

import org.jspecify.annotations.NullMarked;
