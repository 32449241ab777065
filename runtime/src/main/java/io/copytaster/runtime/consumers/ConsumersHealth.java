package io.copytaster.runtime.consumers;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Readiness: streams, schemas and transactional ids are in place, every group has given us our share, and no batch waits
 * for broken infrastructure. Thread-safe.
 */
public final class ConsumersHealth implements HealthIndicator {

    private final StartUp startUp;
    private final BooleanSupplier assigned;
    private final Supplier<Optional<String>> trouble;

    /** {@code assigned} tells whether all shares are ours, {@code trouble} why some partition does not advance. */
    public ConsumersHealth(StartUp startUp, BooleanSupplier assigned, Supplier<Optional<String>> trouble) {
        this.startUp = startUp;
        this.assigned = assigned;
        this.trouble = trouble;
    }

    @Override
    public Health health() {
        if (!startUp.started()) {
            return down("waits for " + startUp.waitingFor());
        }
        if (!assigned.getAsBoolean()) {
            return down("waits for its partitions");
        }
        return trouble.get()
                .map(ConsumersHealth::down)
                .orElseGet(() -> Health.up().build());
    }

    private static Health down(String reason) {
        return Health.down().withDetail("reason", reason).build();
    }
}
