package io.copytaster.cli.check;

import io.copytaster.stream.EventStream;
import io.copytaster.stream.Streams;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Looks at Kafka: does it answer, and are the streams there. */
final class Broker {

    private static final int ANSWER_SECONDS = 4;

    private Broker() {}

    static Finding finding(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_SECONDS * 1_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_SECONDS * 1_000 - 500);
        try (Admin admin = Admin.create(settings)) {
            return streams(bootstrapServers, admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable(bootstrapServers);
        } catch (ExecutionException | TimeoutException e) {
            return unreachable(bootstrapServers);
        }
    }

    private static Finding streams(String address, Set<String> names) {
        String missing = Streams.ALL.stream()
                .map(EventStream::name)
                .filter(name -> !names.contains(name) && !name.equals(Streams.CATALOGUE.name()))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Finding.good("Kafka", address, "all streams are there")
                : Finding.bad("Kafka", address, "missing: " + missing, "start the services, they create their streams");
    }

    private static Finding unreachable(String address) {
        return Finding.bad("Kafka", address, "not reachable", "start one with ./copytaster dev");
    }
}
