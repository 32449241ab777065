package io.copytaster.registry;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the registry said, one JSON object a line, only ever appended: the memory for restarts during an outage. It is
 * asked only when the registry cannot be, so a registry that was rebuilt with other ids corrects it. Thread-safe;
 * several processes may share a file.
 */
final class SchemaFile {

    private static final System.Logger LOG = System.getLogger(SchemaFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Path path;
    private final Set<Line> written = ConcurrentHashMap.newKeySet();

    SchemaFile(@Nullable Path path) {
        this.path = path;
    }

    /** Appends what is new; subject is empty for a schema that was found by its id. A full disk costs only the memory. */
    void remember(String subject, int id, Schema schema) {
        var line = new Line(subject, id, schema.toString());
        if (path == null || !written.add(line)) {
            return;
        }
        try {
            if (!lines().contains(line)) {
                append(path, line);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "schema cache file cannot be written, a restart will need the registry", e);
        }
    }

    boolean knows(String subject) throws IOException {
        return lines().stream().anyMatch(line -> line.subject().equals(subject));
    }

    Optional<Schema> schema(int id) throws IOException {
        return lines().reversed().stream()
                .filter(line -> line.id() == id)
                .findFirst()
                .map(line -> RegistryClient.parse(line.schema()));
    }

    OptionalInt id(String subject, Schema schema) throws IOException {
        var json = schema.toString();
        return lines().reversed().stream()
                .filter(line -> line.subject().equals(subject) && line.schema().equals(json))
                .mapToInt(Line::id)
                .findFirst();
    }

    private List<Line> lines() throws IOException {
        if (path == null || !Files.exists(path)) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        for (var json : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            parse(json).ifPresent(lines::add);
        }
        return lines;
    }

    /** A line torn by a crash is no line: the next start learns it again. */
    private static Optional<Line> parse(String json) {
        try {
            return json.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(json, Line.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static void append(Path path, Line line) throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        // The leading line break ends a line that a crash may have torn.
        var text = "\n" + JSON.writeValueAsString(line) + "\n";
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One thing learned. */
    record Line(String subject, int id, String schema) {}
}
