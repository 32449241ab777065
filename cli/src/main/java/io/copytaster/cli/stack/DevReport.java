package io.copytaster.cli.stack;

import io.copytaster.cli.demo.Arrival;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code dev --json} prints: one JSON object about a start and its demo.
 *
 * <p>Thread rule: readiness is noted from several threads, guarded by the object's lock.
 */
final class DevReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Part, Long> readyMillis = new EnumMap<>(Part.class);

    synchronized void ready(Part part, long millis) {
        readyMillis.put(part, millis);
    }

    synchronized ObjectNode of(Stack stack) {
        ObjectNode report = JSON.createObjectNode();
        ObjectNode ready = report.putObject("readyMillis");
        readyMillis.forEach((part, millis) -> ready.put(part.key(), millis));
        report.set("memoryMiB", memory(stack));
        return report;
    }

    ObjectNode of(Stack stack, Arrival first, int articles, int alerts) {
        ObjectNode report = JSON.createObjectNode();
        report.put("firstAlertMillis", first.afterMillis());
        report.put("verified", first.isVerified());
        report.put("webhookId", first.message().id());
        report.put("articles", articles);
        report.put("alerts", alerts);
        report.setAll(of(stack));
        report.set("firstAlert", first.message().json());
        return report;
    }

    private static ObjectNode memory(Stack stack) {
        ObjectNode memory = JSON.createObjectNode();
        stack.parts().forEach((part, server) -> put(memory, part.key(), MemoryUse.withChildren(server.pid())));
        // Everything is a child of the launcher: alone, or the sum would count it all twice.
        put(memory, "launcher", MemoryUse.alone(ProcessHandle.current().pid()));
        long total = memory.valueStream().mapToLong(part -> part.asLong(0)).sum();
        memory.put("total", total);
        return memory;
    }

    private static void put(ObjectNode memory, String name, OptionalLong used) {
        used.ifPresent(mebibytes -> memory.put(name, mebibytes));
    }
}
