package io.copytaster.ingest.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Filters in the table {@code intake_filter}, and their common revision in {@code filter_revision}. */
@Component
final class PostgresFilters implements Filters {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private volatile Known known = new Known(-1, FilterSet.NONE);

    PostgresFilters(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Known(long revision, FilterSet filters) {}

    @Override
    public IntakeFilter add(FilterDraft draft, Instant at) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            raiseRevision();
            refuseTooMany();
            return jdbc.sql("""
                insert into intake_filter (filter_id, version, draft, created_at, changed_at, effects)
                values (?, 1, cast(? as jsonb), ?, ?, 0) returning *
                """)
                    .param(FilterId.next().value())
                    .param(JSON.writeValueAsString(draft))
                    .param(Timestamp.from(at))
                    .param(Timestamp.from(at))
                    .query(PostgresFilters::filter)
                    .single();
        }));
    }

    @Override
    public Optional<IntakeFilter> find(FilterId id) {
        return jdbc.sql("select * from intake_filter where filter_id = ?")
                .param(id.value())
                .query(PostgresFilters::filter)
                .optional();
    }

    @Override
    public List<IntakeFilter> list() {
        return jdbc.sql("select * from intake_filter order by created_at, filter_id")
                .query(PostgresFilters::filter)
                .list();
    }

    @Override
    public Optional<IntakeFilter> change(FilterId id, FilterDraft draft, Instant at) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            raiseRevision();
            return jdbc.sql("""
                update intake_filter set version = version + 1, draft = cast(? as jsonb), changed_at = ?, effects = 0,
                    last_effect_at = null where filter_id = ? returning *
                """)
                    .param(JSON.writeValueAsString(draft))
                    .param(Timestamp.from(at))
                    .param(id.value())
                    .query(PostgresFilters::filter)
                    .optional();
        }));
    }

    @Override
    public boolean remove(FilterId id) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            raiseRevision();
            return jdbc.sql("delete from intake_filter where filter_id = ?")
                            .param(id.value())
                            .update()
                    > 0;
        }));
    }

    @Override
    public FilterSet current() {
        long revision = jdbc.sql("select revision from filter_revision")
                .query(Long.class)
                .single();
        if (known.revision() != revision) {
            known = new Known(revision, new FilterSet(list()));
        }
        return known.filters();
    }

    @Override
    public void count(Collection<FilterRuling> effects, Instant at) {
        // Always in one order, so that two decisions never wait for each other.
        var counts = new TreeMap<String, Map<Integer, Integer>>();
        effects.forEach(effect -> counts.computeIfAbsent(effect.filter().value(), _ -> new TreeMap<>())
                .merge(effect.version(), 1, Integer::sum));
        counts.forEach((id, versions) -> versions.forEach((version, count) -> jdbc.sql("""
            update intake_filter set effects = effects + ?, last_effect_at = ?
            where filter_id = ? and version = ?
            """)
                .param(count)
                .param(Timestamp.from(at))
                .param(id)
                .param(version)
                .update()));
    }

    /** Each article is held against each filter. */
    private void refuseTooMany() {
        long kept =
                jdbc.sql("select count(*) from intake_filter").query(Long.class).single();
        if (kept >= Filters.MOST) {
            throw new TooManyFiltersException();
        }
    }

    private void raiseRevision() {
        jdbc.sql("update filter_revision set revision = revision + 1").update();
    }

    private static IntakeFilter filter(ResultSet row, int number) throws SQLException {
        var lastEffect = row.getTimestamp("last_effect_at");
        return new IntakeFilter(
                new FilterId(row.getString("filter_id")),
                row.getInt("version"),
                JSON.readValue(row.getString("draft"), FilterDraft.class),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("effects"),
                lastEffect == null ? null : lastEffect.toInstant());
    }
}
