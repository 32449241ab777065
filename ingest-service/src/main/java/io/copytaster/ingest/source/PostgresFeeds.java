package io.copytaster.ingest.source;

import io.copytaster.ingest.health.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Feeds in the tables {@code feed} and {@code feed_change}; what was learned by polling is a JSON document. */
@Component
@EnableConfigurationProperties(SourceSettings.class)
final class PostgresFeeds implements Feeds {

    /** An older or newer version of ours may have written the document. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** More would only wait for their turn, and take the places of feeds elsewhere. */
    private static final int MOST_OF_A_HOST = 4;

    private static final String CLAIMED = " where feed_id = :id and lease = :lease";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SourceSettings settings;

    PostgresFeeds(JdbcClient jdbc, TransactionTemplate transactions, SourceSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Optional<PolledFeed> add(FeedDraft draft, Instant at) {
        return jdbc.sql("""
            insert into feed (feed_id, url, host, title, publisher, language, folders, full_text, active, version,
                created_at, changed_at, condition, next_check_at, state)
            values (:id, :url, :host, :title, :publisher, :language, :folders, :fullText, :active, 1, :at, :at,
                'new', :at, cast(:state as jsonb)) on conflict (url) do nothing returning *
            """)
                .params(columns(draft))
                .param("id", FeedId.next().value())
                .param("at", Timestamp.from(at))
                .param("state", JSON.writeValueAsString(FeedState.start(at)))
                .query(PostgresFeeds::feed)
                .optional();
    }

    @Override
    public Optional<PolledFeed> find(FeedId id) {
        return found("feed_id = ?", id.value());
    }

    @Override
    public Optional<PolledFeed> findByUrl(String url) {
        return found("url = ?", url);
    }

    @Override
    public List<PolledFeed> list(Question question) {
        return jdbc.sql("""
            select * from feed where feed_id > :after and (:condition = '' or condition = :condition)
            and (:url = '' or url = :url) order by feed_id limit :limit
            """)
                .param("after", Objects.toString(question.after(), ""))
                .param("condition", Objects.toString(question.condition(), ""))
                .param("url", Objects.toString(question.url(), ""))
                .param("limit", question.limit())
                .query(PostgresFeeds::feed)
                .list();
    }

    @Override
    public Optional<PolledFeed> change(FeedId id, FeedDraft draft, Instant at) {
        try {
            return transactions.execute(
                    _ -> found("feed_id = ? for update", id.value()).map(known -> change(known, draft, at)));
        } catch (DuplicateKeyException _) {
            throw new UrlTakenException();
        }
    }

    @Override
    public boolean remove(FeedId id) {
        return jdbc.sql("delete from feed where feed_id = ?").param(id.value()).update() > 0;
    }

    @Override
    public List<Claim> claimDue(Instant now, int limit) {
        return jdbc.sql("""
            with busy as (select host from feed where lease_until > :now group by host having count(*) >= :most),
            waiting as (
                select distinct on (f.host) f.feed_id, f.next_check_at from feed f left join web_host h on h.host = f.host
                where f.active and f.next_check_at <= :now and (f.lease_until is null or f.lease_until <= :now)
                and (h.next_at is null or h.next_at <= clock_timestamp()) and f.host not in (select host from busy)
                order by f.host, f.next_check_at),
            due as (
                select feed_id from feed where feed_id in (select feed_id from waiting order by next_check_at limit :limit)
                and (lease_until is null or lease_until <= :now) for update skip locked)
            update feed set lease = gen_random_uuid(), lease_owner = :owner, lease_until = :until
            from due where feed.feed_id = due.feed_id returning feed.*
            """)
                .params(lease(now))
                .param("limit", limit)
                .param("most", MOST_OF_A_HOST)
                .query(PostgresFeeds::claim)
                .list();
    }

    @Override
    public Optional<Claim> claim(FeedId id, Instant now) {
        return jdbc.sql("""
            update feed set lease = gen_random_uuid(), lease_owner = :owner, lease_until = :until
            where feed_id = :id and (lease_until is null or lease_until <= :now) returning *
            """)
                .param("id", id.value())
                .params(lease(now))
                .query(PostgresFeeds::claim)
                .optional();
    }

    @Override
    public boolean renew(Claim claim, Instant now) {
        return claimed("update feed set lease_until = :until" + CLAIMED, claim)
                        .params(lease(now))
                        .update()
                > 0;
    }

    @Override
    public boolean finish(Claim claim, FeedState state, List<FeedChange> changes) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            int kept = claimed("""
                update feed set state = cast(:state as jsonb), condition = :condition, next_check_at = :next,
                    active = active and :condition <> 'gone', lease = null, lease_owner = null, lease_until = null
                """ + CLAIMED + " and version = :version", claim)
                    .param("version", claim.feed().version())
                    .param("state", JSON.writeValueAsString(state))
                    .param("condition", state.health().condition().word())
                    .param("next", Timestamp.from(state.next().at()))
                    .update();
            if (kept == 0) {
                release(claim);
                return false;
            }
            changes.forEach(change -> enter(claim.feed().id(), change));
            return true;
        }));
    }

    @Override
    public void release(Claim claim) {
        claimed("update feed set lease = null, lease_owner = null, lease_until = null" + CLAIMED, claim)
                .update();
    }

    @Override
    public boolean moved(Claim claim, String url, Instant at) {
        try {
            return claimed(
                                    "update feed set url = :url, host = :host, changed_at = :at" + CLAIMED
                                            + " and version = :version",
                                    claim)
                            .params(columns(claim.feed().draft().at(url)))
                            .param("at", Timestamp.from(at))
                            .param("version", claim.feed().version())
                            .update()
                    > 0;
        } catch (DuplicateKeyException | IllegalArgumentException _) {
            // Another feed got there first, or it is nowhere that a feed can be.
            return false;
        }
    }

    @Override
    public List<FeedChange> changes(FeedId id, int limit) {
        return jdbc.sql("select * from feed_change where feed_id = ? order by change_id desc limit ?")
                .params(id.value(), limit)
                .query((row, _) -> new FeedChange(
                        row.getString("what"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public Map<String, Long> conditions() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select condition, count(*) from feed group by condition").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Override
    public int forgetChangesBefore(Instant then, int limit) {
        return jdbc.sql("""
            delete from feed_change where change_id in (select change_id from feed_change where at < ? order by at limit ?)
            """).params(Timestamp.from(then), limit).update();
    }

    private Map<String, Object> lease(Instant now) {
        return Map.of(
                "now", Timestamp.from(now),
                "owner", settings.instance(),
                "until", Timestamp.from(now.plus(settings.lease())));
    }

    private Optional<PolledFeed> found(String where, String value) {
        return jdbc.sql("select * from feed where " + where)
                .param(value)
                .query(PostgresFeeds::feed)
                .optional();
    }

    private PolledFeed change(PolledFeed known, FeedDraft draft, Instant at) {
        boolean gone = known.state().health().condition() == Condition.GONE;
        boolean moved = !known.draft().url().equals(draft.url());
        var state = moved || (gone && draft.filing().active()) ? FeedState.start(at) : known.state();
        return jdbc.sql("""
            update feed set url = :url, host = :host, title = :title, publisher = :publisher, language = :language,
                folders = :folders, full_text = :fullText, active = :active, version = version + 1, changed_at = :at,
                state = cast(:state as jsonb), condition = :condition, next_check_at = :next
            where feed_id = :id returning *
            """)
                .params(columns(draft))
                .param("id", known.id().value())
                .param("at", Timestamp.from(at))
                .param("state", JSON.writeValueAsString(state))
                .param("condition", state.health().condition().word())
                .param("next", Timestamp.from(state.next().at()))
                .query(PostgresFeeds::feed)
                .single();
    }

    private void enter(FeedId id, FeedChange change) {
        jdbc.sql("insert into feed_change (feed_id, what, reason, at) values (?, ?, ?, ?)")
                .params(id.value(), change.what(), change.reason(), Timestamp.from(change.at()))
                .update();
    }

    private JdbcClient.StatementSpec claimed(String sql, Claim claim) {
        return jdbc.sql(sql).param("id", claim.feed().id().value()).param("lease", claim.lease());
    }

    private static Map<String, Object> columns(FeedDraft draft) {
        var columns = new HashMap<String, Object>();
        columns.put("url", draft.url());
        columns.put("host", draft.host());
        columns.put("title", draft.title());
        columns.put("publisher", draft.publisher());
        columns.put("language", draft.language());
        columns.put("folders", draft.filing().folders().toArray(String[]::new));
        columns.put("fullText", draft.filing().fullText().word());
        columns.put("active", draft.filing().active());
        return columns;
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(feed(row, number), row.getObject("lease", UUID.class));
    }

    private static PolledFeed feed(ResultSet row, int number) throws SQLException {
        return new PolledFeed(
                new FeedId(row.getString("feed_id")),
                draft(row),
                JSON.readValue(row.getString("state"), FeedState.class),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static FeedDraft draft(ResultSet row) throws SQLException {
        return new FeedDraft(
                row.getString("url"),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("language"),
                new FeedDraft.Filing(
                        List.of((String[]) row.getArray("folders").getArray()),
                        FullText.ofWord(row.getString("full_text")).orElse(FullText.AUTO),
                        row.getBoolean("active")));
    }
}
