package io.copytaster.localservers;

import io.copytaster.localservers.process.Ending;
import io.copytaster.localservers.process.Orphans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home for one JVM's tests. It is deleted when the JVM ends; what a killed JVM left, servers included, is found and
 * removed by the next one.
 */
final class TemporaryHome {

    private static final String PREFIX = "copytaster-" + System.getProperty("user.name") + "-";

    private TemporaryHome() {}

    static ServerHome create() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(temporary);
            Path directory = Files.createTempDirectory(temporary, PREFIX);
            Orphans.record(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAtLast(directory), "delete-temporary-home"));
            return new ServerHome(directory, kit(), Ending.KILL);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for servers", e);
        }
    }

    static Path kit() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("copytaster").resolve("kit");
    }

    private static void sweep(Path temporary) throws IOException {
        try (Stream<Path> homes = Files.list(temporary)) {
            List<Path> ours = homes.filter(home -> home.getFileName().toString().startsWith(PREFIX))
                    .toList();
            for (Path home : ours) {
                if (Orphans.areLeftIn(home)) {
                    Orphans.kill(home.resolve("run"));
                    Unpacking.delete(home);
                }
            }
        }
    }

    private static void deleteAtLast(Path directory) {
        try {
            Orphans.kill(directory.resolve("run"));
            Unpacking.delete(directory);
        } catch (IOException | UncheckedIOException leftForTheNextSweep) {
            // A process that is still ending writes its last files; the next JVM's sweep removes them.
            return;
        }
    }
}
