package io.copytaster.localservers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Children of a process that was killed before it could end them. */
public final class Orphans {

    private static final String OWNER = "owner";

    private Orphans() {}

    /** Notes that this process owns the directory. */
    public static void record(Path home) {
        new PidFile(home.resolve(OWNER)).write(ProcessHandle.current(), Ending.TERMINATE);
    }

    /** True when the directory names an owner, and that one is gone. */
    public static boolean areLeftIn(Path home) {
        Path owner = home.resolve(OWNER);
        return Files.exists(owner) && new PidFile(owner).living().isEmpty();
    }

    /** Ends, each in its way, every process with a pid file in the directory whose parent is gone. */
    public static void end(Path directory) throws IOException {
        for (Path pidFile : pidFiles(directory)) {
            new PidFile(pidFile).endOrphan(pidFile.getFileName().toString());
        }
    }

    /** Kills every process that has a pid file in the directory. */
    public static void kill(Path directory) throws IOException {
        for (Path pidFile : pidFiles(directory)) {
            PidFile recorded = new PidFile(pidFile);
            recorded.living().ifPresent(ProcessHandle::destroyForcibly);
            recorded.delete();
        }
    }

    private static List<Path> pidFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
