package io.copytaster.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a process and its children take, shared pages counted by their share (PSS). Linux only. */
final class MemoryUse {

    private MemoryUse() {}

    /** Mebibytes; empty where the system does not tell. */
    static OptionalLong mebibytes(long pid) {
        long kibibytes = ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants()))
                .orElseGet(Stream::empty)
                .mapToLong(process -> kibibytes(process.pid()))
                .sum();
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
