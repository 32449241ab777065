package io.copytaster.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The streams on the broker: partitions, sizes, retention. All streams have one partition count, which is what keeps
 * articles ingested, backfilled and enriched on the same partition number.
 */
final class StreamShapes {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofMillis(50);
    private static final String MAX_BYTES = "max.message.bytes";
    private static final String CLEANUP = "cleanup.policy";

    private final Admin admin;
    private final StreamSetupSettings settings;

    StreamShapes(Admin admin, StreamSetupSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** What an admin client understands of a client's configuration. */
    static Map<String, Object> adminConfig(Map<String, ?> clientConfig) {
        var config = new HashMap<String, Object>();
        clientConfig.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                config.put(key, value);
            }
        });
        return config;
    }

    void ensure(List<EventStream<?>> streams) {
        var wanted = new ArrayList<NewTopic>();
        streams.forEach(stream -> {
            wanted.add(topic(
                    stream.name(),
                    stream.storage().maxRecordBytes(),
                    stream.storage().configuration()));
            wanted.add(topic(stream.deadLetters(), StreamStorage.DEAD_LETTER_BYTES, Map.of(CLEANUP, "delete")));
        });
        var created = admin.createTopics(wanted).values();
        wanted.stream().filter(topic -> existed(topic, created)).forEach(this::verify);
    }

    private NewTopic topic(String name, int maxBytes, Map<String, String> configuration) {
        var configs = new HashMap<>(configuration);
        configs.put(MAX_BYTES, String.valueOf(maxBytes));
        return new NewTopic(name, settings.partitions(), (short) settings.replication()).configs(configs);
    }

    /** Two services that start together both try to create; one of them finds it done. */
    private boolean existed(NewTopic topic, Map<String, KafkaFuture<Void>> created) {
        try {
            await(created.get(topic.name()));
            return false;
        } catch (TopicExistsException _) {
            return true;
        } catch (KafkaException e) {
            throw failure(
                    "the stream " + topic.name() + " with " + topic.numPartitions() + " partitions and replication "
                            + topic.replicationFactor() + " cannot be created",
                    e);
        }
    }

    private void verify(NewTopic wanted) {
        var name = wanted.name();
        int partitions = partitions(name);
        if (partitions != wanted.numPartitions()) {
            throw new StreamSetupException(
                    "the stream " + name + " has " + partitions + " partitions, expected "
                            + wanted.numPartitions() + ": set copytaster.streams.partitions to " + partitions
                            + " in every service, as the partitions of a keyed stream cannot change",
                    null);
        }
        verify(wanted, configuration(name));
    }

    /** A stream that another service created a moment ago exists before the broker we ask describes it. */
    private int partitions(String name) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                return await(admin.describeTopics(List.of(name))
                                .topicNameValues()
                                .get(name))
                        .partitions()
                        .size();
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > deadline) {
                    throw failure("the stream " + name + " cannot be described", e);
                }
                LockSupport.parkNanos(RETRY.toNanos());
            } catch (KafkaException e) {
                throw failure("the stream " + name + " cannot be described", e);
            }
        }
    }

    private Config configuration(String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try {
            return await(admin.describeConfigs(List.of(resource)).values().get(resource));
        } catch (KafkaException e) {
            throw failure("the configuration of the stream " + name + " cannot be read", e);
        }
    }

    private static void verify(NewTopic wanted, Config actual) {
        var needed = Long.parseLong(wanted.configs().get(MAX_BYTES));
        var allowed = Long.parseLong(actual.get(MAX_BYTES).value());
        if (allowed < needed) {
            throw alter(wanted, MAX_BYTES, String.valueOf(allowed));
        }
        if (!actual.get(CLEANUP).value().equals(wanted.configs().get(CLEANUP))) {
            throw alter(wanted, CLEANUP, actual.get(CLEANUP).value());
        }
    }

    private static StreamSetupException alter(NewTopic wanted, String key, String actual) {
        return new StreamSetupException(
                "the stream " + wanted.name() + " has " + key + "=" + actual + ", expected "
                        + wanted.configs().get(key) + ": alter it with kafka-configs.sh --alter --topic "
                        + wanted.name()
                        + " --add-config " + key + "=" + wanted.configs().get(key),
                null);
    }

    private static <T> T await(@Nullable KafkaFuture<T> future) {
        try {
            return Objects.requireNonNull(future).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static StreamSetupException failure(String what, KafkaException cause) {
        return new StreamSetupException(
                what + ": " + cause.getMessage() + "; see that the broker at bootstrap.servers is up and lets us",
                cause);
    }
}
