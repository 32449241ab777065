package io.copytaster.ingest.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shape of the streams that this service creates or finds.
 *
 * @param partitions of every stream; all services must agree, and it can never change
 * @param replication copies of every record; 1 on one machine, 3 in production
 */
@ConfigurationProperties(prefix = "copytaster.streams", ignoreUnknownFields = false)
record StreamsSettings(
        @DefaultValue("4") int partitions,
        @DefaultValue("1") int replication) {

    StreamsSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "expected 1 or more in copytaster.streams.partitions, got " + partitions);
        }
        if (replication < 1 || replication > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected 1 or more in copytaster.streams.replication, got " + replication);
        }
    }
}
