package io.copytaster.localservers;

import io.copytaster.localservers.jvm.JavaProgram;
import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Apicurio Registry, which speaks Confluent's API, with its schemas in PostgreSQL. */
public final class SchemaRegistry implements LocalServer {

    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final String DATABASE = "registry";
    private static final int TIMEOUT_MILLIS = 2_000;

    private static final List<String> FLAGS = List.of(
            "-Xmx192m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final ServerProcess process;
    private final JavaProgram program;

    private SchemaRegistry(ServerProcess process, JavaProgram program) {
        this.process = process;
        this.program = program;
    }

    /** Unpacks what is missing, starts the registry and does not wait until it serves; PostgreSQL must be ready. */
    public static SchemaRegistry start(ServerHome home, int port, PostgresServer postgres) {
        try {
            ServerKit kit = ServerKit.find();
            Path directory = kit.registry(home.kit());
            postgres.createDatabase(DATABASE);
            JavaProgram program = program(directory, kit.registryVersion(), port, postgres.jdbcUrl(DATABASE));
            ChildRecipe recipe = new ChildRecipe(
                    "Schema registry",
                    home.isKept() ? program.command(home.startCaches()) : program.command(),
                    directory,
                    Map.of(),
                    home.log("registry"),
                    home.pidFile("registry"),
                    home.ending(),
                    ChildRecipe.Layer.USER);
            return new SchemaRegistry(new ServerProcess(recipe, port, () -> answers(port), READY_WITHIN), program);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry could not be prepared", e);
        }
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public Optional<JavaProgram> program() {
        return Optional.of(program);
    }

    /** The root of Confluent's API. */
    public String url() {
        return url(port());
    }

    private static JavaProgram program(Path directory, String version, int port, String jdbcUrl) {
        Path jar = directory.resolve("apicurio-registry-app-" + version + "-runner.jar");
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.username=" + PostgresServer.USER,
                "-Dapicurio.datasource.password=unused",
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.datasource.jdbc.max-size=10"));
        return new JavaProgram(
                "registry",
                flags,
                List.of(jar),
                List.of("-Dquarkus.http.port=" + port, "-Dapicurio.datasource.url=" + jdbcUrl, "-jar", jar.toString()),
                List.of());
    }

    private static boolean answers(int port) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url(port) + "/subjects").toURL().openConnection();
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
