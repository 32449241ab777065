package io.copytaster.alert.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ends of deliveries that are still to be published. Safe for all threads. */
final class PostgresFinishedDeliveries {

    private final JdbcClient jdbc;

    PostgresFinishedDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest that are not marked. */
    List<FinishedDelivery> unpublished(int limit) {
        return jdbc.sql("SELECT delivery_id, endpoint_id, subscriber_id, state, reason, attempts, last_status,"
                        + " created_at, finished_at, ARRAY(SELECT alert_id FROM delivery_alert a"
                        + " WHERE a.delivery_id = d.delivery_id ORDER BY position) AS alert_ids"
                        + " FROM delivery d WHERE finished_at IS NOT NULL AND NOT finish_published"
                        + " ORDER BY finished_at LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> finished(row))
                .list();
    }

    /** Marks one as published, unless it was sent again meanwhile and has yet to end, or has ended anew. */
    void mark(FinishedDelivery finished) {
        jdbc.sql("UPDATE delivery SET finish_published = true WHERE delivery_id = :id AND finished_at = :finished")
                .param("id", finished.deliveryId())
                .param("finished", finished.finishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static FinishedDelivery finished(ResultSet row) throws SQLException {
        return new FinishedDelivery(
                row.getString("delivery_id"),
                row.getString("endpoint_id"),
                row.getString("subscriber_id"),
                List.of((String[]) row.getArray("alert_ids").getArray()),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                instant(row, "created_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
