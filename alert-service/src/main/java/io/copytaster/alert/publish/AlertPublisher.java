package io.copytaster.alert.publish;

import io.copytaster.alert.raised.Alerts;
import io.copytaster.event.WatchMatched;
import io.copytaster.stream.Streams;
import io.copytaster.wire.EventWriter;
import io.copytaster.wire.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes alerts from their rows: published first, marked afterwards, so that a crash between repeats an alert with
 * the same id and never loses one. One thread; it is woken after each commit and looks by itself at a short interval.
 */
public final class AlertPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertPublisher.class);

    private final Alerts alerts;
    private final EventWriter writer;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final PublishSettings settings;
    private final Semaphore wish = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(() -> {});

    public AlertPublisher(
            Alerts alerts, EventWriter writer, KafkaOperations<byte[], byte[]> kafka, PublishSettings settings) {
        this.alerts = alerts;
        this.writer = writer;
        this.kafka = kafka;
        this.settings = settings;
    }

    /** New alerts are committed: look now. */
    public void wake() {
        wish.release();
    }

    /** A record that is no match; returns when it is on the dead letters. */
    public void setAside(ConsumerRecord<byte[], byte[]> record, Unreadable<WatchMatched> reason) {
        send(List.of(writer.deadLetter(Streams.WATCH_MATCHED, record, reason)));
    }

    private void run() {
        while (running) {
            try {
                wish.drainPermits();
                if (alerts.publish(settings.batch(), this::publish) < settings.batch()) {
                    var _ = wish.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                rest(e);
            }
        }
    }

    private void publish(List<Alerts.Listed> pending) {
        send(pending.stream()
                .map(listed -> writer.write(Streams.ALERT_RAISED, MatchEvents.event(listed)))
                .toList());
    }

    /** Sends all and waits for all; throws when one was not taken. */
    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        var sent = new ArrayList<CompletableFuture<?>>();
        records.forEach(record -> sent.add(kafka.send(record)));
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private void rest(RuntimeException failure) {
        if (running) {
            LOG.atWarn().setCause(failure).log("alerts not published, trying again");
            try {
                var _ = wish.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("alert-publisher").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(settings.stopTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
