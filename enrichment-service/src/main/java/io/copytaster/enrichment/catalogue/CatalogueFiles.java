package io.copytaster.enrichment.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the catalogue's files, in a folder or in whatever jar the class path holds. */
public final class CatalogueFiles {

    private static final String ROOT = "catalogue/";
    private static final String SUFFIX = ".yaml";

    private CatalogueFiles() {}

    /** The files below {@code catalogue/} of the class path, by name. */
    public static List<CatalogueFile> fromClasspath() {
        URL root = CatalogueFiles.class.getClassLoader().getResource(ROOT);
        if (root == null) {
            return List.of();
        }
        try {
            URLConnection connection = root.openConnection();
            return connection instanceof JarURLConnection jar ? inJar(jar) : fromFolder(Path.of(root.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue on the class path is unreadable", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the catalogue's place must be a URI, got " + root, e);
        }
    }

    private static List<CatalogueFile> inJar(JarURLConnection jar) throws IOException {
        List<String> names = jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.contains(ROOT) && name.endsWith(SUFFIX))
                .map(name -> name.substring(name.indexOf(ROOT) + ROOT.length()))
                .sorted()
                .toList();
        List<CatalogueFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(new CatalogueFile(name, resource(name)));
        }
        return files;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = CatalogueFiles.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (file == null) {
                throw new IOException("the jar lists " + name + " and does not hold it");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The files below a folder, by name. */
    public static List<CatalogueFile> fromFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(SUFFIX))
                    .map(path -> read(folder, path))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue folder " + folder + " is unreadable", e);
        }
    }

    private static CatalogueFile read(Path folder, Path path) {
        try {
            return new CatalogueFile(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue file " + path + " is unreadable", e);
        }
    }
}
