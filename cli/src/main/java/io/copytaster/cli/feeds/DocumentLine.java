package io.copytaster.cli.feeds;

import io.copytaster.cli.offline.UnusableLineException;
import io.copytaster.ingest.syndication.FeedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A document as a line of NDJSON names it: {@code case}, {@code file} below some directory, {@code httpHeaders}, {@code feedUrl}. */
record DocumentLine(String name, FeedDocument document) {

    /**
     * Reads a line and the file that it names.
     *
     * @param most so many bytes and one more are read, so that what is too large is seen to be
     */
    static DocumentLine read(ObjectNode line, Path base, int most) throws UnusableLineException {
        String name = required(line, "case");
        Path file = below(base, required(line, "file"));
        String url = optional(line, "feedUrl").orElse(null);
        return new DocumentLine(name, new FeedDocument(bytes(file, most), headers(line), url));
    }

    private static Path below(Path base, String name) throws UnusableLineException {
        try {
            Path root = base.toAbsolutePath().normalize();
            Path file = root.resolve(name).normalize();
            if (file.startsWith(root)) {
                return file;
            }
            throw new UnusableLineException("expected a file below " + base + ", got a path that leads out of it");
        } catch (InvalidPathException e) {
            throw new UnusableLineException("expected a file below " + base + ", got no path: " + e.getReason());
        }
    }

    private static byte[] bytes(Path file, int most) throws UnusableLineException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (NoSuchFileException _) {
            throw new UnusableLineException("there is no file " + file + "; see --base");
        } catch (IOException e) {
            throw new UnusableLineException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Map<String, String> headers(ObjectNode line) throws UnusableLineException {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, JsonNode> header : line.path("httpHeaders").properties()) {
            if (!header.getValue().isString()) {
                throw new UnusableLineException("expected texts in httpHeaders, got "
                        + header.getValue().getNodeType() + " in " + header.getKey());
            }
            headers.put(header.getKey(), header.getValue().asString());
        }
        return headers;
    }

    private static String required(ObjectNode line, String field) throws UnusableLineException {
        return optional(line, field)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnusableLineException("expected a text in " + field + ", got none"));
    }

    private static Optional<String> optional(ObjectNode line, String field) throws UnusableLineException {
        JsonNode value = line.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new UnusableLineException("expected a text in " + field + ", got " + value.getNodeType());
        }
        return Optional.of(value.asString());
    }
}
