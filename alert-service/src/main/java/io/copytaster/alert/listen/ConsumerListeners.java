package io.copytaster.alert.listen;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The consumers of both groups. */
record ConsumerListeners(
        ConcurrentMessageListenerContainer<byte[], byte[]> matchers,
        ConcurrentMessageListenerContainer<byte[], byte[]> alerters) {

    void start() {
        matchers.start();
        alerters.start();
    }

    boolean areAssigned() {
        return !matchers.getAssignedPartitions().isEmpty()
                && !alerters.getAssignedPartitions().isEmpty();
    }
}
