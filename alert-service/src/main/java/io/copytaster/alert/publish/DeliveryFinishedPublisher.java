package io.copytaster.alert.publish;

import io.copytaster.event.DeliveryFinished;
import io.copytaster.event.DeliveryOutcome;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes the ends of deliveries from their rows: published first, marked afterwards, so that a crash between repeats
 * an end with the same id and never loses one. One thread that looks at a short interval.
 */
final class DeliveryFinishedPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFinishedPublisher.class);
    private static final int BATCH = 500;
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    private final PostgresFinishedDeliveries deliveries;
    private final EventWriter writer;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final Duration interval;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    DeliveryFinishedPublisher(
            PostgresFinishedDeliveries deliveries,
            EventWriter writer,
            KafkaOperations<byte[], byte[]> kafka,
            Duration interval) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.kafka = kafka;
        this.interval = interval;
    }

    /** Publishes the oldest ends that are not published yet; answers how many. */
    int publish() {
        var finished = deliveries.unpublished(BATCH);
        var sends = finished.stream()
                .map(end -> kafka.send(writer.write(Streams.DELIVERY_FINISHED, event(end))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sends)
                .orTimeout(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        finished.forEach(deliveries::mark);
        return finished.size();
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("publish-finished-deliveries").start(() -> work(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void work(CountDownLatch stop) {
        try {
            while (!stop.await(publishAll() ? 0 : interval.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more. */
    private boolean publishAll() {
        try {
            return publish() == BATCH;
        } catch (RuntimeException e) {
            LOG.warn("ends of deliveries wait, because they could not be published", e);
            return false;
        }
    }

    private static DeliveryFinished event(FinishedDelivery end) {
        return DeliveryFinished.newBuilder()
                .setDeliveryId(end.deliveryId())
                .setEndpointId(end.endpointId())
                .setSubscriberId(end.subscriberId())
                .setAlertIds(end.alertIds())
                .setOutcome(DeliveryOutcome.valueOf(end.state().toUpperCase(Locale.ROOT)))
                .setReason(end.reason())
                .setAttempts(end.attempts())
                .setStatus(end.status())
                .setCreatedAt(end.createdAt())
                .setFinishedAt(end.finishedAt())
                .build();
    }
}
