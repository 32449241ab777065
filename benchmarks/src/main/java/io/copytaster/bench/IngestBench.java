package io.copytaster.bench;

import io.copytaster.localservers.LocalServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many articles the shipped ingest-service acknowledges per second on this machine, with broker, registry, database and the sender
 * beside it, and how that compares with the same records through a bare producer. Everything is as shipped: acks=all, durable commits,
 * ledger, copy groups. Prints one JSON object a line to standard output and a table to standard error.
 */
public final class IngestBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PARTITIONS = 4;

    private final BenchPlan plan;
    private final Path project;
    private long next;

    private IngestBench(BenchPlan plan, Path project) {
        this.plan = plan;
        this.project = project;
    }

    /** Measures as the arguments say, in the project of the property {@code copytaster.home}. */
    public static void main(String[] arguments) throws Exception {
        var project = Path.of(System.getProperty("copytaster.home", ".")).toAbsolutePath();
        new IngestBench(BenchPlan.of(arguments), project).run();
        // The servers' processes end with the hooks of this JVM.
        System.exit(0);
    }

    private void run() throws Exception {
        var servers = LocalServers.shared();
        var folder = Files.createTempDirectory("copytaster-bench");
        var singles = new ClosedLoop(plan.connections(), 1);
        var batches = new ClosedLoop(plan.batchConnections(), plan.batch());
        var articles = new SampleArticles(Long.toString(System.nanoTime(), 36));
        try (var service = IngestProcess.start(project, folder, servers, plan.options());
                var bare = new BareProducer(servers.bootstrapServers(), PARTITIONS, articles)) {
            var cpu = cpu(servers, service);
            tell("single posts", cpu, singles, () -> service.singles(articles), bare);
            tell("batches", cpu, batches, () -> service.batches(articles), bare);
            report("heap after the runs, MB", service.metric("jvm_memory_used_bytes{area=\"heap\"") / 1e6);
        }
        if (plan.members() > 0) {
            new CopyRestart(project, folder, servers, plan).measure(articles).forEach(this::report);
        }
    }

    private static CpuClock cpu(LocalServers servers, IngestProcess service) {
        var processes = new LinkedHashMap<String, ProcessHandle>();
        processes.put("service", process(service.pid()));
        processes.put("postgres", process(servers.postgres().process().pid()));
        processes.put("broker", process(servers.broker().process().pid()));
        return new CpuClock(processes);
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("expected a process " + pid));
    }

    /** Warms up, measures, and measures the bare producer with as many workers and pieces of the same size. */
    private void tell(String what, CpuClock cpu, ClosedLoop loop, ClosedLoop.Workshop door, BareProducer bare)
            throws InterruptedException {
        loop.run(door, next, plan.articles() / 3);
        next += plan.articles();
        var before = cpu.read();
        var measured = loop.run(door, next, plan.articles());
        var after = cpu.read();
        next += plan.articles();
        loop.run(bare::worker, next, plan.articles() / 3);
        tell(what, measured, loop.run(bare::worker, next, plan.articles()));
        after.forEach((name, used) -> report(
                what + ", processor time of the " + name + " per article, microseconds",
                used.minus(before.getOrDefault(name, Duration.ZERO)).toNanos() / 1e3 / plan.articles()));
    }

    private void tell(String what, Measurement service, Measurement bare) {
        System.out.println(JSON.createObjectNode()
                .put("what", what)
                .put("articles", service.articles())
                .put("perSecond", Math.round(service.perSecond()))
                .put("p50Millis", service.p50().toNanos() / 1e6)
                .put("p99Millis", service.p99().toNanos() / 1e6)
                .put("barePerSecond", Math.round(bare.perSecond()))
                .put("bareP99Millis", bare.p99().toNanos() / 1e6)
                .put("ratio", service.perSecond() / bare.perSecond()));
        System.err.printf(
                Locale.ROOT,
                "%-14s %6.0f/s  p50 %6.1f ms  p99 %6.1f ms   bare producer %6.0f/s   ratio %.2f%n",
                what,
                service.perSecond(),
                service.p50().toNanos() / 1e6,
                service.p99().toNanos() / 1e6,
                bare.perSecond(),
                service.perSecond() / bare.perSecond());
    }

    private void report(String what, double figure) {
        System.out.println(JSON.createObjectNode().put("what", what).put("figure", figure));
        System.err.printf(Locale.ROOT, "%-75s %10.1f%n", what, figure);
    }
}
