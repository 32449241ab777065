package io.copytaster.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.localservers.port.Ports;
import io.copytaster.localservers.process.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final int ROWS = 500;

    @TempDir
    private Path directory = Path.of("unset");

    private final List<PostgresServer> started = new ArrayList<>();

    @BeforeEach
    void a_server_with_a_table() throws SQLException {
        PostgresServer postgres = PostgresServer.start(home(), Ports.free());
        started.add(postgres);
        postgres.awaitReady();
        execute(postgres, "CREATE TABLE acknowledged (number int PRIMARY KEY)");
    }

    @AfterEach
    void end() {
        postgres().kill();
    }

    @Test
    void keeps_every_acknowledged_row_when_it_is_killed() throws SQLException {
        // Given
        int acknowledged = insertUntilKilled();

        // When
        postgres().restart();

        // Then
        assertThat(Integer.parseInt(count())).isGreaterThanOrEqualTo(acknowledged);
    }

    @Test
    void starts_although_a_living_stranger_got_the_process_id_of_its_predecessor() throws IOException, SQLException {
        // Given
        postgres().kill();
        Path stale = home().data("postgres").resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(stale));
        Process stranger = new ProcessBuilder("sleep", "600").start();
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(stale, lines);

        // When
        postgres().restart();

        // Then
        assertThat(count()).isEqualTo("0");
        stranger.destroyForcibly();
    }

    @Test
    void finds_its_data_at_the_next_start_in_the_same_directory() throws SQLException {
        // Given
        execute(postgres(), "INSERT INTO acknowledged VALUES (1)");
        postgres().stop();

        // When
        PostgresServer next = PostgresServer.start(home(), Ports.free());
        started.add(next);
        next.awaitReady();

        // Then
        assertThat(count()).isEqualTo("1");
    }

    private int insertUntilKilled() throws SQLException {
        int acknowledged = 0;
        try (Connection connection = connect(postgres());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
            for (int number = 0; number < ROWS; number++) {
                insert.setInt(1, number);
                acknowledged += insert.executeUpdate();
            }
            postgres().kill();
        }
        return acknowledged;
    }

    private PostgresServer postgres() {
        return started.getLast();
    }

    private String count() throws SQLException {
        return LocalServersTest.query(postgres().jdbcUrl("postgres"), "SELECT count(*) FROM acknowledged");
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(PostgresServer postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), PostgresServer.USER, "");
    }

    private ServerHome home() {
        return new ServerHome(directory, TemporaryHome.kit(), Ending.TERMINATE);
    }
}
