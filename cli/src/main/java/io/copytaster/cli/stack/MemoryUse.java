package io.copytaster.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory processes take, shared pages counted by their share (PSS). Linux only. */
final class MemoryUse {

    private MemoryUse() {}

    /** Of a process and its children, in mebibytes; empty where the system does not tell. */
    static OptionalLong withChildren(long pid) {
        return mebibytes(ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants())));
    }

    /** Of a process alone, in mebibytes; empty where the system does not tell. */
    static OptionalLong alone(long pid) {
        return mebibytes(ProcessHandle.of(pid).stream());
    }

    private static OptionalLong mebibytes(Stream<ProcessHandle> processes) {
        long kibibytes =
                processes.mapToLong(process -> kibibytes(process.pid())).sum();
        return kibibytes == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes / 1024);
    }

    private static long kibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notThere) {
            return 0;
        }
    }
}
