package io.copytaster.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * Ids for schemas and schemas for ids. What was learned once is known for ever, in memory and, if so configured, in a
 * file; so an outage of the registry touches only what was never seen. Thread-safe; one question at a time per id.
 *
 * <p>Methods throw {@code IOException} when the registry would have to be asked and cannot be.
 */
public final class SchemaRegistry implements AutoCloseable {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final RegistryClient client;
    private final SchemaFile file;
    private final SingleFlight<Integer, Schema> schemas = new SingleFlight<>();
    private final SingleFlight<Subject, Integer> ids = new SingleFlight<>();

    /** Connects lazily: making one asks nothing. */
    public SchemaRegistry(RegistrySettings settings) {
        this.client = new RegistryClient(settings);
        this.file = new SchemaFile(settings.cacheFile());
    }

    /** The schema with this id; empty if the registry was reached and has none. */
    public Optional<Schema> schema(int id) throws IOException {
        return schemas.get(id, this::fetch);
    }

    /** The id of a schema that is registered under the subject; empty if the registry was reached and has none. */
    public OptionalInt id(String subject, Schema schema) throws IOException {
        return found(ids.get(new Subject(subject, schema), this::find));
    }

    /** Registers the schema under the subject, or finds it there. */
    public int register(String subject, Schema schema) throws IOException {
        return ids.get(new Subject(subject, schema), this::enroll).orElseThrow();
    }

    /** Sees to it that the subject accepts only versions that every older reader and record fits, and registers. */
    public int registerFullTransitive(String subject, Schema schema) throws IOException {
        // A registry may keep no settings for a subject without versions: then the first version comes first, which
        // has nothing to be incompatible with.
        if (isFullTransitive(subject)) {
            return register(subject, schema);
        }
        var id = register(subject, schema);
        if (!isFullTransitive(subject)) {
            throw new IOException(
                    "expected the schema registry to accept compatibility " + COMPATIBILITY + " for " + subject);
        }
        return id;
    }

    /** During an outage a schema that the file knows counts as set up. */
    private boolean isFullTransitive(String subject) throws IOException {
        try {
            return client.setCompatibility(subject, COMPATIBILITY);
        } catch (IOException e) {
            if (file.knows(subject)) {
                return true;
            }
            throw e;
        }
    }

    /** The compatibility that is set for the subject itself; empty if it has none of its own. */
    public Optional<String> compatibility(String subject) throws IOException {
        return client.compatibility(subject);
    }

    private Optional<Schema> fetch(int id) throws IOException {
        Optional<Schema> schema;
        try {
            schema = client.schema(id);
        } catch (IOException e) {
            return remembered(file.schema(id), e);
        }
        if (schema.isPresent()) {
            file.remember("", id, schema.get());
        }
        return schema;
    }

    private Optional<Integer> find(Subject subject) throws IOException {
        OptionalInt id;
        try {
            id = client.find(subject.name(), subject.schema());
        } catch (IOException e) {
            return remembered(boxed(file.id(subject.name(), subject.schema())), e);
        }
        if (id.isPresent()) {
            learned(subject, id.getAsInt());
        }
        return boxed(id);
    }

    private Optional<Integer> enroll(Subject subject) throws IOException {
        int id;
        try {
            id = client.register(subject.name(), subject.schema());
        } catch (IOException e) {
            return remembered(boxed(file.id(subject.name(), subject.schema())), e);
        }
        learned(subject, id);
        return Optional.of(id);
    }

    private void learned(Subject subject, int id) throws IOException {
        schemas.put(id, subject.schema());
        file.remember(subject.name(), id, subject.schema());
    }

    private static <T> Optional<T> remembered(Optional<T> known, IOException outage) throws IOException {
        if (known.isEmpty()) {
            throw outage;
        }
        return known;
    }

    private static Optional<Integer> boxed(OptionalInt id) {
        return id.isPresent() ? Optional.of(id.getAsInt()) : Optional.empty();
    }

    private static OptionalInt found(Optional<Integer> id) {
        return id.isPresent() ? OptionalInt.of(id.get()) : OptionalInt.empty();
    }

    @Override
    public void close() {
        client.close();
    }

    /** A schema under a subject. */
    private record Subject(String name, Schema schema) {}
}
