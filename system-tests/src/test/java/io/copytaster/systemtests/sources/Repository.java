package io.copytaster.systemtests.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout that the tests run in. */
final class Repository {

    private Repository() {}

    /** The folder that holds the top-level pom. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("run inside a checkout: no ARCHITECTURE.md above "
                        + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    /** All Java sources that people write, in order. */
    static List<Path> sources(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> root.relativize(file).toString().contains("src/"))
                    .sorted()
                    .toList();
        }
    }
}
