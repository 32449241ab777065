package io.copytaster.enrichment.listen;

import io.copytaster.enrichment.Progress;
import io.copytaster.runtime.consumers.StartUp;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Readiness: streams, schemas and transactional ids are in place, the group has given us our share, and no batch waits
 * for broken infrastructure.
 */
final class ListenHealth implements HealthIndicator {

    private final StartUp startUp;
    private final PartitionListener partitions;
    private final Progress progress;

    ListenHealth(StartUp startUp, PartitionListener partitions, Progress progress) {
        this.startUp = startUp;
        this.partitions = partitions;
        this.progress = progress;
    }

    @Override
    public Health health() {
        if (!startUp.started()) {
            return down("waits for " + startUp.waitingFor());
        }
        if (!partitions.assigned()) {
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
