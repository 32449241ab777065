package io.copytaster.systemtests.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where the three servers answer. */
record ServerAddresses(String bootstrapServers, String registryUrl, String jdbcUrl, String user, String password) {

    /** What a Kafka client of ours needs. */
    Map<String, Object> clientConfig() {
        return Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
