package io.copytaster.alert.endpoint;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints in PostgreSQL. Safe for all threads. */
public final class PostgresEndpoints implements Endpoints {

    private static final String COLUMNS =
            "endpoint_id, name, url, client_errors, state, state_reason, created_at, changed_at";

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Makes the store.
     *
     * @param key 32 bytes that secrets are encrypted with
     * @param random a cryptographic source
     */
    public PostgresEndpoints(JdbcClient jdbc, byte[] key, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = new SecretCipher(key, random);
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Endpoint add(String subscriberId, EndpointDraft draft, Secret secret) {
        var id = EndpointId.random(random);
        return jdbc.sql("INSERT INTO endpoint (endpoint_id, subscriber_id, name, url, client_errors, secret, state,"
                        + " state_reason, created_at, changed_at)"
                        + " VALUES (:id, :subscriber, :name, :url, :clientErrors, :secret, 'enabled', '', :now, :now)"
                        + " RETURNING " + COLUMNS)
                .param("id", id.value())
                .param("subscriber", subscriberId)
                .param("name", draft.name())
                .param("url", draft.url().toString())
                .param("clientErrors", draft.clientErrors().name())
                .param("secret", cipher.seal(secret, id))
                .param("now", now())
                .query(PostgresEndpoints::endpoint)
                .single();
    }

    @Override
    public Secret newSecret() {
        return Secret.random(random);
    }

    @Override
    public List<Endpoint> list(String subscriberId, Optional<EndpointId> after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM endpoint WHERE subscriber_id = :subscriber AND removed_at IS NULL"
                        + " AND (created_at, endpoint_id) > (SELECT coalesce(max(created_at), '-infinity'), :after"
                        + " FROM endpoint WHERE subscriber_id = :subscriber AND endpoint_id = :after)"
                        + " ORDER BY created_at, endpoint_id LIMIT :limit")
                .param("subscriber", subscriberId)
                .param("after", after.map(EndpointId::value).orElse(""))
                .param("limit", limit)
                .query(PostgresEndpoints::endpoint)
                .list();
    }

    @Override
    public Optional<Endpoint> find(String subscriberId, EndpointId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM endpoint"
                        + " WHERE subscriber_id = :subscriber AND endpoint_id = :id AND removed_at IS NULL")
                .param("subscriber", subscriberId)
                .param("id", id.value())
                .query(PostgresEndpoints::endpoint)
                .optional();
    }

    @Override
    public Set<EndpointId> existing(String subscriberId, Collection<EndpointId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT endpoint_id FROM endpoint"
                        + " WHERE subscriber_id = :subscriber AND removed_at IS NULL AND endpoint_id IN (:ids)")
                .param("subscriber", subscriberId)
                .param("ids", ids.stream().map(EndpointId::value).toList())
                .query((row, _) -> new EndpointId(row.getString(1)))
                .list());
    }

    @Override
    public Optional<Endpoint> change(String subscriberId, EndpointId id, EndpointDraft draft, EndpointState state) {
        return jdbc.sql("UPDATE endpoint SET name = :name, url = :url, client_errors = :clientErrors, state = :state,"
                        + " state_reason = :reason, paused_until = NULL, changed_at = :now"
                        + " WHERE subscriber_id = :subscriber AND endpoint_id = :id AND removed_at IS NULL"
                        + " RETURNING " + COLUMNS)
                .param("name", draft.name())
                .param("url", draft.url().toString())
                .param("clientErrors", draft.clientErrors().name())
                .param("state", state.label())
                .param("reason", state == EndpointState.ENABLED ? "" : state.label() + " by its owner")
                .param("now", now())
                .param("subscriber", subscriberId)
                .param("id", id.value())
                .query(PostgresEndpoints::endpoint)
                .optional();
    }

    @Override
    public boolean remove(String subscriberId, EndpointId id) {
        return jdbc.sql("UPDATE endpoint SET removed_at = :now, changed_at = :now, secret = NULL,"
                                + " state = 'disabled', state_reason = 'removed by its owner'"
                                + " WHERE subscriber_id = :subscriber AND endpoint_id = :id AND removed_at IS NULL")
                        .param("now", now())
                        .param("subscriber", subscriberId)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public void disable(EndpointId id, String reason) {
        jdbc.sql("UPDATE endpoint SET state = 'disabled', state_reason = :reason, changed_at = :now"
                        + " WHERE endpoint_id = :id AND removed_at IS NULL")
                .param("reason", reason)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<EndpointTarget> target(EndpointId id) {
        return jdbc.sql("SELECT url, secret, client_errors FROM endpoint WHERE endpoint_id = :id AND state = 'enabled'")
                .param("id", id.value())
                .query((row, _) -> new EndpointTarget(
                        URI.create(row.getString(1)),
                        cipher.open(row.getBytes(2), id),
                        ClientErrors.valueOf(row.getString(3))))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                new EndpointId(row.getString("endpoint_id")),
                new EndpointDraft(
                        row.getString("name"),
                        URI.create(row.getString("url")),
                        ClientErrors.valueOf(row.getString("client_errors"))),
                EndpointState.ofLabel(row.getString("state")),
                row.getString("state_reason"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
