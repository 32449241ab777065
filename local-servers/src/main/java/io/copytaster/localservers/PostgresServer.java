package io.copytaster.localservers;

import io.copytaster.localservers.process.ChildRecipe;
import io.copytaster.localservers.process.Ending;
import io.copytaster.localservers.process.ServerFailedException;
import io.copytaster.localservers.process.ServerProcess;
import io.copytaster.localservers.process.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL that keeps what it acknowledged: {@code fsync} and {@code synchronous_commit} are on. */
public final class PostgresServer implements LocalServer {

    /** Owner of everything; has no password, because only this machine can connect. */
    public static final String USER = "copytaster";

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final ServerProcess process;

    private PostgresServer(ServerProcess process) {
        this.process = process;
    }

    /** Unpacks and initialises what is missing, starts the server and does not wait until it serves. */
    public static PostgresServer start(ServerHome home, int port) {
        try {
            Unprivileged user = Unprivileged.find();
            Path bin = ServerKit.find().postgres(home.kit()).resolve("bin");
            Path data = home.data("postgres");
            initialise(user, bin, data);
            ChildRecipe recipe = new ChildRecipe(
                    "PostgreSQL",
                    user.command(command(bin, data, port)),
                    data,
                    Map.of("TZ", "UTC"),
                    home.log("postgres"),
                    home.pidFile("postgres"),
                    home.ending() == Ending.KILL ? Ending.KILL : Ending.INTERRUPT,
                    ChildRecipe.Layer.FOUNDATION);
            return new PostgresServer(new ServerProcess(
                    recipe, port, () -> answers(port), READY_WITHIN, () -> new PostmasterPid(data).disarm()));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be prepared", e);
        }
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    public String jdbcUrl(String database) {
        return url(port(), database);
    }

    /** Creates the database when there is none of this name. */
    public void createDatabase(String name) {
        try (Connection connection = connect(port());
                Statement statement = connection.createStatement();
                ResultSet existing = statement.executeQuery("SELECT datname FROM pg_database")) {
            while (existing.next()) {
                if (existing.getString(1).equals(name)) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new ServerFailedException("database " + name + " could not be created", e);
        }
    }

    private static List<String> command(Path bin, Path data, int port) {
        return List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=100",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    /** A directory without our mark is one whose initialisation did not end: it starts again. */
    private static void initialise(Unprivileged user, Path bin, Path data) throws IOException {
        if (Files.exists(data.resolve("initialised"))) {
            return;
        }
        Unpacking.delete(data);
        user.own(data);
        Path output = Files.createTempFile("initdb", ".log");
        Process initdb = new ProcessBuilder(user.command(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (exitCode(initdb) != 0) {
            throw new ServerFailedException("initdb failed: " + Files.readString(output));
        }
        Files.createFile(data.resolve("initialised"));
        Files.delete(output);
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while PostgreSQL was initialised", e);
        }
    }

    private static boolean answers(int port) throws IOException {
        try (Connection connection = connect(port)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(url(port, "postgres") + "?connectTimeout=2&socketTimeout=20", USER, "");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
