package io.copytaster.cli.stack;

import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A service's executable jar, taken apart once for each build of it, because a class path of plain jars starts faster
 * than nested ones.
 */
final class ServiceJar {

    private static final int EXTRACTION_SECONDS = 240;

    private final Path jar;

    private ServiceJar(Path jar) {
        this.jar = jar;
    }

    /** The jar that the build of this module made. */
    static ServiceJar find(Path project, String module) {
        Path target = project.resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-.*-boot\\.jar"))
                    .findFirst()
                    .map(ServiceJar::new)
                    .orElseThrow(() -> new CommandFailedException(
                            ExitCode.USAGE,
                            module + " is not built: run mvn -DskipTests package, or ./copytaster dev"));
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.USAGE, target + " could not be read", e);
        }
    }

    /** The jar to start, in a directory of its own below the given one. */
    Path extracted(Path below) throws IOException {
        // Reproducible builds give every jar the same modification time; the change time is the file system's own.
        String version = Files.getAttribute(jar, "unix:ctime").hashCode() + "-" + Files.size(jar);
        Path directory = below.resolve(jar.getFileName().toString().replace("-boot.jar", "") + "-" + version);
        Path main = directory.resolve(jar.getFileName());
        if (!Files.exists(directory.resolve("complete"))) {
            extract(directory);
            Files.createFile(directory.resolve("complete"));
        }
        return main;
    }

    private void extract(Path directory) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                directory.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(EXTRACTION_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(jar + " could not be extracted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while extracting " + jar, e);
        }
    }
}
