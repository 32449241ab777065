package io.copytaster.stream;

/**
 * How streams are created.
 *
 * @param partitions {@code copytaster.streams.partitions}: of every stream, fixed for ever, as order holds per key
 * @param replication {@code copytaster.streams.replication}: copies of each record; 3 in production, 1 on one machine
 */
public record StreamSetupSettings(int partitions, int replication) {

    /** For one machine. */
    public static final StreamSetupSettings ONE_MACHINE = new StreamSetupSettings(4, 1);

    /** Refuses what no broker accepts. */
    public StreamSetupSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("copytaster.streams.partitions must be 1 or more, not " + partitions);
        }
        if (replication < 1 || replication > Short.MAX_VALUE) {
            throw new IllegalArgumentException("copytaster.streams.replication must be 1 or more, not " + replication);
        }
    }
}
