package io.copytaster.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL's {@code postmaster.pid}, which a killed server leaves behind. PostgreSQL refuses to start when the process
 * id in it lives, whoever that is by now: after a restart of the machine or in a container it is often a stranger.
 */
final class PostmasterPid {

    private static final Duration LAST_BACKEND_WITHIN = Duration.ofSeconds(10);

    private final Path data;
    private final Path file;

    PostmasterPid(Path data) {
        this.data = data;
        this.file = data.resolve("postmaster.pid");
    }

    /**
     * Puts our own process id in the place of a stranger's: PostgreSQL does not take its parent for a rival. The file is
     * never deleted, because PostgreSQL finds in it whether backends of the dead server still work on the data.
     */
    void disarm() {
        try {
            if (Files.exists(file)) {
                awaitBackends();
                disarm(new ArrayList<>(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("postmaster.pid could not be read", e);
        }
    }

    private void disarm(List<String> lines) throws IOException {
        boolean stranger = !lines.isEmpty()
                && pid(lines).filter(process -> !isPostgres(process)).isPresent();
        if (stranger) {
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(file, lines);
        }
    }

    /** Backends of a killed server notice its death by themselves; until then a new one cannot start. */
    private void awaitBackends() {
        ProcessHandle.allProcesses()
                .filter(PostmasterPid::isPostgres)
                .filter(this::worksHere)
                .forEach(PostmasterPid::awaitEnd);
    }

    private boolean worksHere(ProcessHandle process) {
        Path directory = Path.of("/proc/" + process.pid() + "/cwd");
        try {
            return Files.exists(directory) && Files.isSameFile(directory, data) && isOrphan(process);
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }

    private static boolean isOrphan(ProcessHandle process) {
        return process.parent().filter(PostmasterPid::isPostgres).isEmpty()
                && process.parent().filter(ProcessHandle.current()::equals).isEmpty();
    }

    private static Optional<ProcessHandle> pid(List<String> lines) {
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void awaitEnd(ProcessHandle backend) {
        try {
            backend.onExit().get(LAST_BACKEND_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return; // PostgreSQL itself refuses to start then, and says why
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not wait for process " + backend.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
