package io.copytaster.wrong.article;

import io.copytaster.wrong.publish.WrongExit;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** A vaguely named room that imports an exit and a framework, has a field injected and reads the wall clock. */
public final class RoomManager {

    @Value("${nothing}")
    public @Nullable String injected;

    public @Nullable WrongExit exit;
    public @Nullable ProducerConfig framework;

    public Instant now() {
        return Instant.now();
    }
}
