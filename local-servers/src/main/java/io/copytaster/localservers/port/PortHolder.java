package io.copytaster.localservers.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names the process that listens on a port, from the kernel's tables where there are any. */
final class PortHolder {

    private static final String LISTENING = "0A";
    private static final String UNKNOWN = "another process";

    private PortHolder() {}

    static String of(int port) {
        return inode(port)
                .flatMap(PortHolder::process)
                .map(holder -> "process " + holder.pid() + " ("
                        + holder.info().command().orElse("unknown command") + ")")
                .orElse(UNKNOWN);
    }

    private static Optional<String> inode(int port) {
        String suffix = String.format(":%04X", port);
        return Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .filter(Files::isReadable)
                .flatMap(PortHolder::lines)
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(columns -> columns.size() > 9
                        && columns.get(1).endsWith(suffix)
                        && columns.get(3).equals(LISTENING))
                .map(columns -> columns.get(9))
                .findFirst();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<ProcessHandle> process(String inode) {
        return ProcessHandle.allProcesses()
                .filter(candidate -> hasOpen(candidate, "socket:[" + inode + "]"))
                .findFirst();
    }

    private static boolean hasOpen(ProcessHandle candidate, String socket) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + candidate.pid() + "/fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | UncheckedIOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
