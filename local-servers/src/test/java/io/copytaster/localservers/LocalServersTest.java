package io.copytaster.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServersTest {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void keeps_what_it_acknowledged(String setting) throws SQLException {
        // Given
        LocalServers servers = LocalServers.shared();

        // When
        String value = query(servers.jdbcUrl(), "SHOW " + setting);

        // Then
        assertThat(value).isEqualTo("on");
    }

    @Test
    void starts_each_server_as_a_process_of_its_own() {
        // Given
        LocalServers servers = LocalServers.shared();

        // When
        var pids = new long[] {
            servers.postgres().pid(), servers.broker().pid(), servers.registry().pid()
        };

        // Then
        assertThat(pids)
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
    }

    static String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
