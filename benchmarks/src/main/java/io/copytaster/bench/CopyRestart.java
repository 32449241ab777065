package io.copytaster.bench;

import io.copytaster.localservers.LocalServers;
import io.copytaster.localservers.PostgresServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a restarted service takes up many copy members: the time to its first receipt, its heap, and the table's size. */
final class CopyRestart {

    private final Path project;
    private final Path folder;
    private final LocalServers servers;
    private final BenchPlan plan;

    CopyRestart(Path project, Path folder, LocalServers servers, BenchPlan plan) {
        this.project = project;
        this.folder = folder;
        this.servers = servers;
        this.plan = plan;
    }

    Map<String, Double> measure(SampleArticles articles) throws Exception {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("copy table with " + plan.members() + " members, MB", fill() / 1e6);
        try (var service = IngestProcess.start(project, folder, servers, plan.options());
                var worker = service.singles(articles)) {
            long begin = System.nanoTime();
            worker.work(Long.MAX_VALUE - 1, 1);
            figures.put("first receipt after the restart, ms", (System.nanoTime() - begin) / 1e6);
            begin = System.nanoTime();
            worker.work(Long.MAX_VALUE - 2, 1);
            figures.put("second receipt after the restart, ms", (System.nanoTime() - begin) / 1e6);
            figures.put("heap after the restart, MB", service.metric("jvm_memory_used_bytes{area=\"heap\"") / 1e6);
        }
        return figures;
    }

    /** Random members beside those that are there; the size of the table and its indices in bytes. */
    private long fill() throws SQLException {
        try (var connection = DriverManager.getConnection(servers.jdbcUrl(), PostgresServer.USER, "");
                var statement = connection.createStatement()) {
            statement.execute("set search_path to ingest");
            statement.execute("""
                with start as (select next from copy_member_total), added as (
                    insert into copy_member (number, article_id, copy_group_id, publisher, placed_at, keys, sketch)
                    select start.next + i, 'a_bench' || i, 'a_bench' || i, 'Bench', now(), keys, sketch
                    from start, generate_series(0, %d) i, lateral (
                        select string_agg(decode(md5(i || 'k' || k), 'hex'), ''::bytea) as keys
                        from generate_series(1, 6) k) a, lateral (
                        select string_agg(decode(md5(i || 's' || s), 'hex'), ''::bytea) as sketch
                        from generate_series(1, 64) s) b)
                update copy_member_total set next = next + %d
                """.formatted(plan.members() - 1, plan.members()));
            statement.execute("analyze copy_member");
            return size(statement);
        }
    }

    private static long size(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select pg_total_relation_size('copy_member')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
