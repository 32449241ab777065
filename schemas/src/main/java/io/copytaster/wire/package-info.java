/** Records as bytes: Confluent's wire format, the schema registry client, reading and refusing. */
@NullMarked
package io.copytaster.wire;

import org.jspecify.annotations.NullMarked;
