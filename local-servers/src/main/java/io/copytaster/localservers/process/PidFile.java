package io.copytaster.localservers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who runs, and who started it: process id and start instant of a child and of its parent. The start instants tell a
 * recycled process id from the process that is meant, so that a stranger is never ended.
 */
final class PidFile {

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Start instants come from the kernel's boot time, which moves a little when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle child) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Running.line(child) + "\n" + Running.line(ProcessHandle.current()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("pid file could not be written", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("pid file could not be deleted", e);
        }
    }

    /** Ends the recorded process when its parent is gone; refuses when the parent still lives. */
    void endOrphan(String name, Ending ending) {
        recorded(0).flatMap(Running::find).ifPresent(orphan -> {
            if (recorded(1).flatMap(Running::find).isPresent()) {
                throw new ServerFailedException(name + " already runs here (process " + orphan.pid()
                        + "): end the command that started it, or use another data directory");
            }
            end(orphan, ending);
        });
        delete();
    }

    /** The recorded process, when it is alive and still the same one. */
    Optional<ProcessHandle> living() {
        return recorded(0).flatMap(Running::find);
    }

    private Optional<Running> recorded(int line) {
        try {
            return Files.exists(file) ? Running.parse(Files.readAllLines(file), line) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("pid file could not be read", e);
        }
    }

    private static void end(ProcessHandle orphan, Ending ending) {
        Signals.send(orphan, ending);
        if (!endsInTime(orphan)) {
            orphan.destroyForcibly();
            endsInTime(orphan);
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new ServerFailedException("could not wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Running(long pid, Instant startedAt) {

        static String line(ProcessHandle process) {
            return process.pid() + " " + startedAt(process).toEpochMilli();
        }

        static Optional<Running> parse(Iterable<String> lines, int wanted) {
            int at = 0;
            for (String line : lines) {
                String[] words = line.split(" ", 2);
                if (at++ == wanted && words.length == 2) {
                    return Optional.of(
                            new Running(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
                }
            }
            return Optional.empty();
        }

        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Duration.between(startedAt(process), startedAt)
                                    .abs()
                                    .compareTo(TOLERANCE)
                            <= 0);
        }

        private static Instant startedAt(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH);
        }
    }
}
