package io.copytaster.localservers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who runs, who started it, and how it ends: process id and start instant of a child and of its parent. The start instants tell a
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

    void write(ProcessHandle child, Ending ending) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Running.line(child) + "\n" + Running.line(ProcessHandle.current()) + "\n" + ending.name() + "\n");
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
    void endOrphan(String name) {
        recorded(0).flatMap(Running::find).ifPresent(orphan -> {
            if (recorded(1).flatMap(Running::find).isPresent()) {
                throw new ServerFailedException(name + " already runs here (process " + orphan.pid()
                        + "): end the command that started it, or use another data directory");
            }
            Signals.end(orphan, ending(), GRACE);
        });
        delete();
    }

    /** The recorded process, when it is alive and still the same one. */
    Optional<ProcessHandle> living() {
        return recorded(0).flatMap(Running::find);
    }

    /** How the recorded process is to be asked to end. */
    private Ending ending() {
        return line(2).map(Ending::valueOf).orElse(Ending.TERMINATE);
    }

    private Optional<Running> recorded(int line) {
        return line(line).flatMap(Running::parse);
    }

    private Optional<String> line(int number) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().skip(number).findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("pid file could not be read", e);
        }
    }

    private record Running(long pid, Instant startedAt) {

        static String line(ProcessHandle process) {
            return process.pid() + " " + startedAt(process).toEpochMilli();
        }

        static Optional<Running> parse(String line) {
            String[] words = line.split(" ", 2);
            return words.length == 2
                    ? Optional.of(new Running(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))))
                    : Optional.empty();
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
