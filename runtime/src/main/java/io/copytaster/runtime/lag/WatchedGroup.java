package io.copytaster.runtime.lag;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A group that this service belongs to. A service that declares one as a bean has its lag measured and a stall of its
 * own partitions noticed. Partitions are named as Kafka writes them, {@code stream-number}.
 *
 * @param name the group's id
 * @param streams what the group reads
 * @param ours the partitions that we consume just now and did not pause
 * @param attempts how often records of the partition were handed over; it need not start at zero
 */
public record WatchedGroup(
        String name, List<String> streams, Supplier<Set<String>> ours, ToLongFunction<String> attempts) {

    public WatchedGroup {
        streams = List.copyOf(streams);
    }
}
