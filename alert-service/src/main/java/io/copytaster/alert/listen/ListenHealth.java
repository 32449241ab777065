package io.copytaster.alert.listen;

import io.copytaster.runtime.consumers.ProgressListener;
import io.copytaster.runtime.consumers.StartUp;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Readiness: the start is done, both groups have given us their shares, and no batch waits for broken infrastructure. */
final class ListenHealth implements HealthIndicator {

    private final StartUp startUp;
    private final ProgressListener progress;
    private final Consumers consumers;

    ListenHealth(StartUp startUp, ProgressListener progress, Consumers consumers) {
        this.startUp = startUp;
        this.progress = progress;
        this.consumers = consumers;
    }

    /** The two containers. */
    record Consumers(
            ConcurrentMessageListenerContainer<byte[], byte[]> matchers,
            ConcurrentMessageListenerContainer<byte[], byte[]> alerters) {

        void start() {
            matchers.start();
            alerters.start();
        }
    }

    @Override
    public Health health() {
        if (!startUp.started()) {
            return down("waits for " + startUp.waitingFor());
        }
        if (consumers.matchers().getAssignedPartitions().isEmpty()
                || consumers.alerters().getAssignedPartitions().isEmpty()) {
            return down("waits for its partitions");
        }
        return progress.trouble()
                .map(ListenHealth::down)
                .orElseGet(() -> Health.up().build());
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
