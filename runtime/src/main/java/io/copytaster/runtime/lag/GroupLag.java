package io.copytaster.runtime.lag;

import java.time.Duration;

/**
 * How far a group is behind on one partition, from the broker's view, so that it is true for a dead consumer too.
 *
 * @param committed the group's next offset
 * @param records between the committed offset and the end
 * @param age of the oldest unread record; zero when there is none
 */
record GroupLag(String group, String stream, int partition, long committed, long records, Duration age) {

    /** The partition as Kafka writes it, {@code stream-number}. */
    String name() {
        return stream + "-" + partition;
    }
}
