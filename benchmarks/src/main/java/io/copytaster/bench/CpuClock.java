package io.copytaster.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor time that processes have used, each with its children: what a run cost, whatever else the machine did meanwhile. Children
 * that ended are not counted.
 */
final class CpuClock {

    private final Map<String, ProcessHandle> processes;

    CpuClock(Map<String, ProcessHandle> processes) {
        this.processes = new LinkedHashMap<>(processes);
    }

    /** What each has used until now. */
    Map<String, Duration> read() {
        var used = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> used.put(name, used(process)));
        return used;
    }

    private static Duration used(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
