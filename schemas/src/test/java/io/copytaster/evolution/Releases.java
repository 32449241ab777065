package io.copytaster.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;

/** The released schemas in the folder {@code released}, one folder a version, one self-contained file a record. */
final class Releases {

    static final Path FOLDER = Path.of("released");

    private Releases() {}

    static List<Release> all() throws IOException {
        try (var files = Files.find(FOLDER, 2, (file, _) -> file.toString().endsWith(".avsc"))) {
            return files.sorted().map(Releases::read).toList();
        }
    }

    private static Release read(Path file) {
        try {
            return new Release(
                    FOLDER.relativize(file).getName(0).toString(), new Schema.Parser().parse(Files.readString(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A schema as a version released it. */
    record Release(String version, Schema schema) {

        @Override
        public String toString() {
            return version + " " + schema.getName();
        }
    }
}
