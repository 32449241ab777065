package io.copytaster.cli.stack;

import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.cli.reach.StackPorts;
import io.copytaster.localservers.Broker;
import io.copytaster.localservers.LocalServer;
import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import io.copytaster.localservers.SchemaRegistry;
import io.copytaster.localservers.ServerHome;
import io.copytaster.localservers.port.Ports;
import io.copytaster.localservers.process.Orphans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Servers and services of a development stack, started side by side as far as they can be. They end with this JVM: users
 * before what they use.
 */
final class Stack {

    private final StackSettings settings;
    private final ServerHome home;
    private final Progress progress;
    private final Map<Part, LocalServer> parts = new EnumMap<>(Part.class);

    private Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.home = ServerHome.kept(settings.directory());
        this.progress = progress;
    }

    /** Ends what a killed launcher left, starts everything and waits until all of it is ready. */
    static Stack start(StackSettings settings, Progress progress) throws IOException {
        Stack stack = new Stack(settings, progress);
        Orphans.end(stack.home.directory().resolve("run"));
        stack.requireFreePorts();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stack.start(threads);
        }
        return stack;
    }

    /** Every part that runs. */
    Map<Part, LocalServer> parts() {
        return parts;
    }

    /** Ends everything, users before what they use. */
    void stop() {
        for (Part part : List.of(Part.INGEST, Part.ENRICHMENT, Part.ALERT, Part.REGISTRY)) {
            part(part).process().requestStop();
        }
        for (Part part : List.of(Part.INGEST, Part.ENRICHMENT, Part.ALERT, Part.REGISTRY)) {
            part(part).stop();
        }
        part(Part.KAFKA).process().requestStop();
        part(Part.POSTGRES).stop();
        part(Part.KAFKA).stop();
    }

    /** Makes what lets the next start be faster, where it is missing; takes half a minute once. */
    void prepareFasterStarts() throws IOException {
        for (LocalServer server : List.copyOf(parts.values())) {
            if (server.program().isPresent()) {
                server.program().get().prepareFasterStart(home.startCaches());
            }
        }
    }

    ServiceClient ingest() {
        return client(Part.INGEST);
    }

    ServiceClient alert() {
        return client(Part.ALERT);
    }

    private void start(ExecutorService threads) {
        var jars = jars(threads);
        var broker = later(threads, this::startBroker);
        var postgres = later(threads, this::startPostgres);
        var registry = postgres.thenApplyAsync(this::startRegistry, threads);
        // The services wait for the broker and the registry by themselves: their own start takes as long.
        Map<String, String> environment = environment(broker.join(), postgres.join(), registry.join());
        jars.forEach((part, jar) -> add(part, startService(part, jar.join(), environment)));
        CompletableFuture.allOf(parts.keySet().stream()
                        .filter(part -> part != Part.POSTGRES)
                        .map(part -> CompletableFuture.runAsync(() -> awaitReady(part), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private Map<Part, CompletableFuture<Path>> jars(ExecutorService threads) {
        Map<Part, CompletableFuture<Path>> jars = new EnumMap<>(Part.class);
        for (Part part : new Part[] {Part.INGEST, Part.ENRICHMENT, Part.ALERT}) {
            ServiceJar jar = ServiceJar.find(settings.project(), part.title());
            jars.put(part, later(threads, () -> extracted(jar)));
        }
        return jars;
    }

    private Path extracted(ServiceJar jar) {
        try {
            return jar.extracted(home.directory().resolve("services"));
        } catch (IOException e) {
            throw new UncheckedIOException("a service could not be unpacked", e);
        }
    }

    private Broker startBroker() {
        Broker broker = Broker.start(home, ports().kafka(), ports().controller());
        add(Part.KAFKA, broker);
        return broker;
    }

    private PostgresServer startPostgres() {
        PostgresServer postgres = PostgresServer.start(home, ports().postgres());
        postgres.awaitReady();
        postgres.createDatabase(LocalServers.DATABASE);
        add(Part.POSTGRES, postgres);
        progress.ready(Part.POSTGRES, "127.0.0.1:" + postgres.port());
        return postgres;
    }

    private SchemaRegistry startRegistry(PostgresServer postgres) {
        SchemaRegistry registry = SchemaRegistry.start(home, ports().registry(), postgres);
        add(Part.REGISTRY, registry);
        return registry;
    }

    private ServiceProcess startService(Part part, Path jar, Map<String, String> environment) {
        try {
            return ServiceProcess.start(home, part, jar, client(part), environmentOf(part, environment));
        } catch (IOException e) {
            throw new UncheckedIOException(part.title() + " could not be prepared", e);
        }
    }

    private void awaitReady(Part part) {
        LocalServer server = part(part);
        server.awaitReady();
        boolean isService = part == Part.INGEST || part == Part.ENRICHMENT || part == Part.ALERT;
        progress.ready(part, isService ? client(part).root().toString() : "127.0.0.1:" + server.port());
    }

    private static Map<String, String> environment(Broker broker, PostgresServer postgres, SchemaRegistry registry) {
        return Map.copyOf(new LocalServers(postgres, broker, registry).springProperties());
    }

    private Map<String, String> environmentOf(Part part, Map<String, String> shared) {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port(part)));
        environment.put("COPYTASTER_TOKEN", settings.token());
        if (part == Part.ALERT) {
            // The only address that is not public and yet allowed: the demo's receiver.
            environment.put("COPYTASTER_GUARD_ALLOW", "127.0.0.1/32:" + ports().receiver());
            environment.put(
                    "COPYTASTER_SECRET_KEY_FILE",
                    home.directory().resolve("secret.key").toString());
        }
        return environment;
    }

    private void requireFreePorts() {
        for (Part part : Part.values()) {
            Ports.requireFree(port(part), part.title());
        }
        Ports.requireFree(ports().controller(), "Kafka's controller");
    }

    private ServiceClient client(Part part) {
        return new ServiceClient(part.title(), URI.create("http://127.0.0.1:" + port(part)), settings.token());
    }

    private int port(Part part) {
        return switch (part) {
            case POSTGRES -> ports().postgres();
            case KAFKA -> ports().kafka();
            case REGISTRY -> ports().registry();
            case INGEST -> ports().ingest();
            case ENRICHMENT -> ports().enrichment();
            case ALERT -> ports().console();
        };
    }

    private StackPorts ports() {
        return settings.ports();
    }

    private synchronized void add(Part part, LocalServer server) {
        parts.put(part, server);
    }

    private synchronized LocalServer part(Part part) {
        LocalServer server = parts.get(part);
        if (server == null) {
            throw new IllegalStateException(part + " was not started");
        }
        return server;
    }

    private static <T> CompletableFuture<T> later(ExecutorService threads, Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }
}
