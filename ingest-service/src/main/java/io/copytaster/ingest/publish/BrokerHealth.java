package io.copytaster.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether the broker answers; an answer is good for a while, so that probes cannot flood it. Thread-safe. */
final class BrokerHealth implements HealthIndicator, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Admin admin;
    private final InstantSource clock;
    private final Duration goodFor;
    private Instant askedAt = Instant.MIN;
    private Health last = Health.unknown().build();

    BrokerHealth(Admin admin, InstantSource clock, Duration goodFor) {
        this.admin = admin;
        this.clock = clock;
        this.goodFor = goodFor;
    }

    @Override
    public synchronized Health health() {
        var now = clock.instant();
        if (askedAt.isBefore(now.minus(goodFor))) {
            last = ask();
            askedAt = now;
        }
        return last;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private Health ask() {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            admin.describeCluster(options).nodes().get(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
            return Health.up().build();
        } catch (ExecutionException | TimeoutException _) {
            return Health.down()
                    .withDetail(
                            "missing",
                            "the broker does not answer; start it, or correct spring.kafka.bootstrap-servers")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }
}
