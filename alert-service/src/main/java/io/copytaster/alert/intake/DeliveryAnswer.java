package io.copytaster.alert.intake;

import io.copytaster.alert.delivery.Attempt;
import io.copytaster.alert.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as we answer it.
 *
 * @param deliveryId the {@code webhook-id} of all its attempts
 * @param nextAttemptAt when it is tried next; null unless it is pending
 * @param log the attempts; null in lists
 */
record DeliveryAnswer(
        String deliveryId,
        String endpointId,
        String type,
        String subject,
        String kind,
        String trigger,
        String state,
        String reason,
        @Nullable Long sequence,
        int attempts,
        @Nullable Integer lastStatus,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<Delivery.Told> alerts,
        @Nullable List<AttemptAnswer> log) {

    static DeliveryAnswer of(Delivery delivery) {
        return of(delivery, null);
    }

    static DeliveryAnswer with(Delivery delivery, List<Attempt> attempts) {
        return of(delivery, attempts.stream().map(AttemptAnswer::of).toList());
    }

    private static DeliveryAnswer of(Delivery delivery, @Nullable List<AttemptAnswer> log) {
        return new DeliveryAnswer(
                delivery.id().value(),
                delivery.endpoint().value(),
                delivery.type(),
                delivery.subject(),
                delivery.kind(),
                delivery.trigger(),
                delivery.state().label(),
                delivery.reason(),
                delivery.sequence(),
                delivery.attempts(),
                delivery.lastStatus(),
                delivery.nextAttemptAt(),
                delivery.createdAt(),
                delivery.finishedAt(),
                delivery.alerts(),
                log);
    }

    /** An attempt without what only operators may see. */
    record AttemptAnswer(
            int number,
            Instant startedAt,
            long tookMillis,
            String outcome,
            @Nullable String error,
            String hint,
            @Nullable Integer status,
            String excerpt,
            boolean late) {

        static AttemptAnswer of(Attempt attempt) {
            return new AttemptAnswer(
                    attempt.number(),
                    attempt.startedAt(),
                    attempt.took().toMillis(),
                    attempt.outcome(),
                    attempt.error(),
                    attempt.hint(),
                    attempt.status(),
                    attempt.excerpt(),
                    attempt.late());
        }
    }
}
