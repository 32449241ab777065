package io.copytaster.ingest.robots;

import java.util.LinkedHashMap;
import java.util.Optional;

/** The rules that were learned last, within a number of bytes: what was asked for longest ago goes first. Thread-safe. */
final class RulesMemory {

    private final long mostBytes;
    private final LinkedHashMap<String, OriginRules> rules = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    RulesMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<OriginRules> of(String origin) {
        return Optional.ofNullable(rules.get(origin));
    }

    synchronized void keep(String origin, OriginRules learned) {
        var former = rules.put(origin, learned);
        bytes += learned.bytes() - (former == null ? 0 : former.bytes());
        while (bytes > mostBytes && rules.size() > 1) {
            bytes -= rules.pollFirstEntry().getValue().bytes();
        }
    }

    synchronized int size() {
        return rules.size();
    }
}
