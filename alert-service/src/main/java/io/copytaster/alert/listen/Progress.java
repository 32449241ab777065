package io.copytaster.alert.listen;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Why partitions of a group do not advance just now; a partition is named as Kafka writes it. Thread-safe. */
final class Progress {

    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    static String partition(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition();
    }

    /** The batch over these partitions failed; its records come again after a pause. */
    void rolledBack(Collection<String> partitions, String why) {
        partitions.forEach(partition -> troubles.put(partition, why));
    }

    /** These partitions advance, or went to another consumer. */
    void settled(Collection<String> partitions) {
        troubles.keySet().removeAll(partitions);
    }

    Optional<String> trouble() {
        return troubles.entrySet().stream()
                .findFirst()
                .map(trouble -> trouble.getKey() + " waits: " + trouble.getValue());
    }
}
