package io.copytaster.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What is measured, from arguments such as {@code --articles=60000}.
 *
 * @param articles of each measured run; a third as many warm up before
 * @param connections that post single articles
 * @param batchConnections that post batches
 * @param batch articles of a batch
 * @param members copy members that the table holds when the restart is measured; 0 leaves that out
 * @param options of the service's JVM
 */
record BenchPlan(int articles, int connections, int batchConnections, int batch, int members, List<String> options) {

    static final BenchPlan USUAL = new BenchPlan(60_000, 64, 4, 1_000, 0, List.of("-Xmx512m", "-XX:+UseSerialGC"));

    BenchPlan {
        if (articles < 1 || connections < 1 || batchConnections < 1 || batch < 1 || members < 0) {
            throw new IllegalArgumentException("expected positive numbers, got "
                    + Arrays.asList(articles, connections, batchConnections, batch, members));
        }
        options = List.copyOf(options);
    }

    /** The usual plan with what the arguments change. */
    static BenchPlan of(String... arguments) {
        var plan = USUAL;
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (parts.length < 2) {
                throw unknown(argument);
            }
            plan = plan.with(parts[0], parts[1]);
        }
        return plan;
    }

    private BenchPlan with(String key, String value) {
        return switch (key) {
            case "--articles" ->
                new BenchPlan(Integer.parseInt(value), connections, batchConnections, batch, members, options);
            case "--connections" ->
                new BenchPlan(articles, Integer.parseInt(value), batchConnections, batch, members, options);
            case "--batch-connections" ->
                new BenchPlan(articles, connections, Integer.parseInt(value), batch, members, options);
            case "--batch" ->
                new BenchPlan(articles, connections, batchConnections, Integer.parseInt(value), members, options);
            case "--members" ->
                new BenchPlan(articles, connections, batchConnections, batch, Integer.parseInt(value), options);
            case "--jvm" ->
                new BenchPlan(articles, connections, batchConnections, batch, members, List.of(value.split(" ")));
            default -> throw unknown(key);
        };
    }

    private static IllegalArgumentException unknown(String argument) {
        return new IllegalArgumentException("expected --articles=, --connections=, --batch-connections=, --batch=,"
                + " --members= or --jvm=, got " + argument);
    }
}
