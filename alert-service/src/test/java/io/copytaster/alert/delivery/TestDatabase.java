package io.copytaster.alert.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated schema of its own in the real PostgreSQL that the tests of this JVM share. */
final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource connections = new HikariDataSource();

    TestDatabase() {
        var schema = "delivery_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        connections.setJdbcUrl(LocalServers.shared().jdbcUrl());
        connections.setUsername(PostgresServer.USER);
        connections.setPassword("");
        connections.setSchema(schema);
        connections.setMaximumPoolSize(16);
        Flyway.configure()
                .dataSource(LocalServers.shared().jdbcUrl(), PostgresServer.USER, "")
                .defaultSchema(schema)
                .createSchemas(true)
                .load()
                .migrate();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(connections);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    @Override
    public void close() {
        connections.close();
    }
}
