package io.copytaster.localservers.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Classes of a program, loaded and linked ahead of time (JEP 483). The first run records which; the cache is made of the
 * record when there is time, and used from then on.
 */
final class StartCache {

    private static final int MAKING_SECONDS = 120;

    /** Otherwise the program's log is full of classes that cannot be kept. */
    private static final String QUIETLY = "-Xlog:aot=off,aot+resolve=off,aot+link=off";

    private final Path record;
    private final Path cache;

    private StartCache(Path record, Path cache) {
        this.record = record;
        this.cache = cache;
    }

    /** The cache of exactly these jars and flags on exactly this JDK. */
    static StartCache of(Path directory, JavaProgram program) throws IOException {
        CRC32 content = new CRC32();
        update(content, Runtime.version().toString());
        update(content, program.flags().toString());
        for (Path jar : program.jars()) {
            // Reproducible builds give every jar the same modification time; the change time is the file system's own.
            update(content, jar + " " + Files.size(jar) + " " + Files.getAttribute(jar, "unix:ctime"));
        }
        String name = program.name() + "-" + Long.toHexString(content.getValue());
        return new StartCache(directory.resolve(name + ".aotconf"), directory.resolve(name + ".aot"));
    }

    List<String> flags() throws IOException {
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        Files.createDirectories(cache.getParent());
        return Files.exists(record)
                ? List.of()
                : List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + record, QUIETLY);
    }

    boolean isDue() {
        return Files.exists(record) && !Files.exists(cache);
    }

    List<String> makingFlags() {
        return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + draft());
    }

    void make(List<String> command) throws IOException {
        List<String> politely = new ArrayList<>(List.of("nice", "-n", "10"));
        politely.addAll(command);
        Process making = new ProcessBuilder(politely)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (making.waitFor(MAKING_SECONDS, TimeUnit.SECONDS) && Files.exists(draft())) {
                Files.move(draft(), cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                // The record is of no use, perhaps cut off by a kill: the next run records again.
                Files.deleteIfExists(record);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            making.destroyForcibly();
        }
    }

    private Path draft() {
        return cache.resolveSibling(cache.getFileName() + ".draft");
    }

    private static void update(CRC32 content, String text) {
        content.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
