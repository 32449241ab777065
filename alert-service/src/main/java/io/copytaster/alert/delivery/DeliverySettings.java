package io.copytaster.alert.delivery;

import io.copytaster.alert.webhook.RetrySchedule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are worked off.
 *
 * @param inFlight requests under way at once; half of them is kept for endpoints that are known to work
 * @param inFlightPerEndpoint requests under way at once to one endpoint
 * @param lease how long a claimed delivery is ours; longer than a request and its recording can take
 * @param poll the longest wait between two looks at what is due
 * @param schedule the wait before each attempt; Standard Webhooks' ten attempts where nothing is given
 */
@ConfigurationProperties("copytaster.delivery")
record DeliverySettings(
        @DefaultValue("64") int inFlight,
        @DefaultValue("4") int inFlightPerEndpoint,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration poll,
        @Nullable List<Duration> schedule) {

    private static final Duration RECORDING = Duration.ofSeconds(10);

    DeliverySettings {
        if (inFlight < 2 || inFlight > 4096) {
            throw new IllegalArgumentException("copytaster.delivery.in-flight: expected 2 to 4096, got " + inFlight);
        }
        if (inFlightPerEndpoint < 1 || inFlightPerEndpoint > inFlight) {
            throw new IllegalArgumentException("copytaster.delivery.in-flight-per-endpoint: expected 1 to " + inFlight
                    + " (in-flight), got " + inFlightPerEndpoint);
        }
        if (!poll.isPositive() || poll.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException(
                    "copytaster.delivery.poll: expected more than nothing and at most 1s, got " + poll);
        }
        schedule = schedule == null || schedule.isEmpty() ? RetrySchedule.STANDARD : List.copyOf(schedule);
    }

    /** These settings, if their lease outlives a request; otherwise two senders would send one delivery at once. */
    DeliverySettings outliving(Duration request) {
        var least = request.plus(RECORDING);
        if (lease.compareTo(least) < 0) {
            throw new IllegalArgumentException("copytaster.delivery.lease: expected at least " + least
                    + " (copytaster.webhook.total-timeout and " + RECORDING + " to record it), got " + lease);
        }
        return this;
    }

    List<Duration> delays() {
        return schedule == null ? RetrySchedule.STANDARD : schedule;
    }
}
