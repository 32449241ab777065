package io.copytaster.ingest.fetch;

import io.copytaster.ingest.fetch.Fetched.Cause;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Undoes {@code Content-Encoding}: gzip with any number of members (RFC 1952) and deflate with or without the zlib wrapper
 * (RFC 1950, 1951), in up to {@value #MOST_LAYERS} layers. Each layer gives at most the bytes allowed and stops there,
 * whatever it holds; what is cut or broken is a failure, never a shorter body.
 */
final class ContentDecoding {

    private static final int MOST_LAYERS = 3;
    private static final int CHUNK = 16 * 1024;

    private final long maxBytes;

    ContentDecoding(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The body behind the codings that a header names, in the order in which they were applied. */
    byte[] decoded(byte[] body, String contentEncoding) throws FetchFailedException {
        if (body.length == 0) {
            return body;
        }
        var decoded = body;
        for (var coding : layers(contentEncoding).reversed()) {
            decoded = switch (coding) {
                case "gzip", "x-gzip" -> gunzipped(decoded);
                case "deflate" -> inflated(decoded);
                default -> throw broken("one of gzip and deflate as Content-Encoding", "another one", null);
            };
        }
        return decoded;
    }

    private static List<String> layers(String contentEncoding) throws FetchFailedException {
        var layers = new ArrayList<String>();
        for (var name : contentEncoding.split(",", MOST_LAYERS * 3)) {
            var coding = name.strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty() && !coding.equals("identity")) {
                layers.add(coding);
            }
        }
        if (layers.size() > MOST_LAYERS) {
            throw broken("at most " + MOST_LAYERS + " layers of compression", "more", null);
        }
        return layers;
    }

    private byte[] gunzipped(byte[] body) throws FetchFailedException {
        var out = new ByteArrayOutputStream(CHUNK);
        int at = 0;
        // What follows the last member and is none itself is padding.
        while (at == 0 || GzipHeader.startsAt(body, at)) {
            var member = new Slice(body, GzipHeader.end(body, at));
            int end = inflate(member, Wrapper.NONE, out);
            at = GzipHeader.afterTrailer(body, end, member.output());
        }
        return out.toByteArray();
    }

    private byte[] inflated(byte[] body) throws FetchFailedException {
        var out = new ByteArrayOutputStream(CHUNK);
        boolean zlib =
                body.length > 1 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
        inflate(new Slice(body, 0), zlib ? Wrapper.ZLIB : Wrapper.NONE, out);
        return out.toByteArray();
    }

    /** Inflates one stream and says where it ended. */
    private int inflate(Slice in, Wrapper wrapper, ByteArrayOutputStream out) throws FetchFailedException {
        try (var inflater = new Inflater(wrapper == Wrapper.NONE)) {
            inflater.setInput(in.bytes(), in.from(), in.bytes().length - in.from());
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw broken("compressed data to its end", "a part of it", null);
                }
                if (out.size() + (long) count > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                out.write(chunk, 0, count);
                in.output().add(chunk, count);
            }
            return in.bytes().length - inflater.getRemaining();
        } catch (DataFormatException e) {
            throw broken("compressed data", "bytes that cannot be decompressed", e);
        }
    }

    static FetchFailedException tooLarge(long maxBytes) {
        return new FetchFailedException(
                Cause.TOO_LARGE, "expected at most " + maxBytes + " bytes of body, got more; reading stopped there");
    }

    static FetchFailedException broken(String expected, String got, @Nullable Throwable cause) {
        var reason = "expected " + expected + ", got " + got + "; the server must be mended, we try again";
        return cause == null
                ? new FetchFailedException(Cause.ENCODING, reason)
                : new FetchFailedException(Cause.ENCODING, reason, cause);
    }

    private enum Wrapper {
        NONE,
        ZLIB
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Slice(byte[] bytes, int from, Sum output) {

        Slice(byte[] bytes, int from) {
            this(bytes, from, new Sum());
        }
    }

    /** What a gzip member's trailer is compared with. For one thread. */
    static final class Sum {

        private final CRC32 crc = new CRC32();
        private long size;

        void add(byte[] bytes, int count) {
            crc.update(bytes, 0, count);
            size += count;
        }

        boolean equals(long trailerCrc, long trailerSize) {
            return crc.getValue() == trailerCrc && (size & 0xffffffffL) == trailerSize;
        }
    }
}
