package io.copytaster.cli.page;

import io.copytaster.cli.offline.UnusableLineException;
import io.copytaster.ingest.extract.ArticleExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Pages in files below one directory, plain or gzip by their first bytes; read up to what the extractor takes. */
final class PageFiles {

    private static final int MOST_BYTES = ArticleExtractor.MOST_BYTES + 1; // one more shows that it is too large
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path base;

    PageFiles(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** The bytes of a page, decompressed. */
    byte[] read(String name) throws UnusableLineException {
        Path file = below(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            return isGzip(bytes) ? decompressed(bytes) : bytes;
        } catch (NoSuchFileException _) {
            throw new UnusableLineException("there is no file " + file);
        } catch (IOException e) {
            throw new UnusableLineException("expected a readable page in " + file + ", got " + e);
        }
    }

    private Path below(String name) throws UnusableLineException {
        try {
            Path file = base.resolve(name).normalize();
            if (file.startsWith(base)) {
                return file;
            }
        } catch (InvalidPathException _) {
            throw new UnusableLineException("expected the name of a file in html");
        }
        throw new UnusableLineException("expected a file below " + base + ", got one outside");
    }

    private static byte[] decompressed(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
    }
}
