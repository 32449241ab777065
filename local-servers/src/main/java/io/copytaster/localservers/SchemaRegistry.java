package io.copytaster.localservers;

import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Apicurio Registry, which speaks Confluent's API, with its schemas in PostgreSQL. */
public final class SchemaRegistry implements LocalServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final String DATABASE = "registry";
    private static final int TIMEOUT_MILLIS = 2_000;

    private final ServerProcess process;

    private SchemaRegistry(ServerProcess process) {
        this.process = process;
    }

    /** Unpacks what is missing, starts the registry and does not wait until it serves; PostgreSQL must be ready. */
    public static SchemaRegistry start(ServerHome home, int port, PostgresServer postgres) {
        try {
            ServerKit kit = ServerKit.find();
            Path directory = kit.registry(home.kit());
            postgres.createDatabase(DATABASE);
            ChildRecipe recipe = new ChildRecipe(
                    "Schema registry",
                    command(kit.registryVersion(), port, postgres.jdbcUrl(DATABASE)),
                    directory,
                    Map.of(),
                    home.log("registry"),
                    home.pidFile("registry"),
                    home.ending(),
                    ChildRecipe.Layer.USER);
            return new SchemaRegistry(new ServerProcess(recipe, port, () -> answers(port), READY_WITHIN));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry could not be prepared", e);
        }
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    /** The root of Confluent's API. */
    public String url() {
        return url(port());
    }

    private static List<String> command(String version, int port, String jdbcUrl) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.url=" + jdbcUrl,
                "-Dapicurio.datasource.username=" + PostgresServer.USER,
                "-Dapicurio.datasource.password=unused",
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-jar",
                "apicurio-registry-app-" + version + "-runner.jar");
    }

    private static boolean answers(int port) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(url(port) + "/subjects").toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }
}
