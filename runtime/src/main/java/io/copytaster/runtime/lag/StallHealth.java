package io.copytaster.runtime.lag;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Liveness: none of our partitions has unread records and stands still. A supervisor restarts us when one does. */
final class StallHealth implements HealthIndicator {

    private final GroupLagPoller lag;

    StallHealth(GroupLagPoller lag) {
        this.lag = lag;
    }

    @Override
    public Health health() {
        var stalled = lag.stalled();
        return stalled.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stalled", stalled).build();
    }
}
