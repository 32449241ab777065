package io.copytaster.enrichment.listen;

import static org.awaitility.Awaitility.await;

import io.copytaster.enrichment.EnrichmentApplication;
import io.copytaster.localservers.LocalServers;
import io.copytaster.runtime.consumers.ConsumersHealth;
import io.copytaster.runtime.consumers.ServiceExit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The real service in this JVM against real servers; closing it is a clean stop. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(LocalServers servers, Map<String, String> settings, Class<?>... more) {
        var service = starting(servers, settings, more);
        service.awaitReady();
        return service;
    }

    static RunningService starting(LocalServers servers, Map<String, String> settings, Class<?>... more) {
        var all = new HashMap<>(servers.springProperties());
        all.put("server.port", "0");
        all.put("copytaster.lag.every", "500ms");
        all.putAll(settings);
        var arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        var sources = new ArrayList<Class<?>>(List.of(EnrichmentApplication.class, SparedExit.class));
        sources.addAll(List.of(more));
        return new RunningService(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(arguments));
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(() -> readiness().equals(Status.UP));
    }

    Status readiness() {
        return context.getBean(ConsumersHealth.class).health().getStatus();
    }

    List<String> exits() {
        return context.getBean(SparedExit.class).sentences;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Keeps the sentences instead of ending this JVM. */
    @Configuration(proxyBeanMethods = false)
    static class SparedExit {

        final List<String> sentences = new CopyOnWriteArrayList<>();

        @Bean
        @Primary
        ServiceExit sparedExit() {
            return sentences::add;
        }
    }
}
