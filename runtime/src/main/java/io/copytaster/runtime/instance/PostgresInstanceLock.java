package io.copytaster.runtime.instance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a session-level advisory lock of PostgreSQL on a connection of its own. The lock ends with the session, so a
 * killed process frees it at once. When the database restarts, the lock is taken again; if another process was
 * faster, this one must stop: {@code onLost} runs. Thread-safe: all work happens on one scheduler thread.
 */
final class PostgresInstanceLock implements InstanceLock {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresInstanceLock.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);
    private static final int SECONDS_TO_ANSWER = 5;

    private final String service;
    private final String instance;
    private final String url;
    private final Properties login;
    private final Runnable onLost;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("instance-lock").factory());
    private @Nullable Connection session;

    PostgresInstanceLock(Identity identity, Database database, Runnable onLost) {
        this.service = identity.service();
        this.instance = identity.instance();
        this.url = database.url();
        this.login = database.login();
        this.onLost = onLost;
    }

    /** Whose name is taken. */
    record Identity(String service, String instance) {}

    /** Where it is taken. */
    record Database(String url, String user, String password) {

        Properties login() {
            var login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", password);
            login.setProperty("ApplicationName", "copytaster-instance-lock");
            login.setProperty("tcpKeepAlive", "true");
            login.setProperty("connectTimeout", String.valueOf(SECONDS_TO_ANSWER));
            login.setProperty("socketTimeout", String.valueOf(2 * SECONDS_TO_ANSWER));
            return login;
        }
    }

    /** Takes the lock, trying until the patience is used up. */
    void acquire(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var attempt = watch.schedule(this::tryOnce, 0, TimeUnit.MILLISECONDS);
        try {
            while (attempt.get() != State.HELD) {
                if (System.nanoTime() > deadline) {
                    throw new InstanceTakenException(sentence(attempt.get()));
                }
                attempt = watch.schedule(this::tryOnce, 200, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceTakenException("interrupted while waiting for the lock of instance " + instance);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the lock of instance " + instance + " could not be tried", e.getCause());
        }
        var _ = watch.scheduleWithFixedDelay(
                this::check, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private enum State {
        HELD,
        TAKEN,
        DATABASE_AWAY
    }

    private String sentence(State state) {
        return state == State.TAKEN
                ? "instance " + instance + " of " + service + " is already running: give this one another name with"
                        + " copytaster.instance (COPYTASTER_INSTANCE)"
                : "the database does not answer, so instance " + instance + " of " + service
                        + " cannot take its lock: check spring.datasource.url (DATABASE_URL)";
    }

    private State tryOnce() {
        try {
            var connection = DriverManager.getConnection(url, login);
            if (locks(connection)) {
                session = connection;
                return State.HELD;
            }
            connection.close();
            return State.TAKEN;
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("instance lock not tried: database away");
            return State.DATABASE_AWAY;
        }
    }

    private boolean locks(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "copytaster/" + service + "/" + instance);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void check() {
        if (isAlive() || tryOnce() != State.TAKEN) {
            return;
        }
        LOG.atError().addKeyValue("instance", instance).log("another process has taken this instance's name, stopping");
        onLost.run();
    }

    private boolean isAlive() {
        try {
            return session != null && session.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            // A check under way may be taking the lock again: its session must be the one that is closed.
            if (!watch.awaitTermination(2L * SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("instance", instance).log("instance lock's check did not end");
            }
            if (session != null) {
                session.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("instance lock's session was already gone");
        }
    }
}
