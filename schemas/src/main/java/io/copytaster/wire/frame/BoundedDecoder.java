package io.copytaster.wire.frame;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary that believes no length which the remaining bytes cannot hold. Avro's own decoder allocates what a length
 * claims: six stray bytes would ask for two gigabytes and end the process, at every restart again.
 */
public final class BoundedDecoder extends Decoder {

    private final BinaryDecoder in;

    /** Reads from offset to the end. */
    public BoundedDecoder(byte[] bytes, int offset) {
        this.in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    }

    /** True if no byte is left. */
    public boolean isAtEnd() throws IOException {
        return in.isEnd();
    }

    private int length(long claimed) throws IOException {
        int remaining = in.inputStream().available();
        if (claimed < 0 || claimed > remaining) {
            throw new EOFException("a length of " + claimed + " with " + remaining + " bytes left");
        }
        return (int) claimed;
    }

    /** An item takes at least a byte, as no item of our schemas is empty. */
    private long count(long claimed) throws IOException {
        return length(claimed);
    }

    private byte[] readLengthPrefixed() throws IOException {
        var bytes = new byte[length(in.readLong())];
        in.readFixed(bytes, 0, bytes.length);
        return bytes;
    }

    private long skipBlocks() throws IOException {
        long items = in.readLong();
        while (items < 0) {
            in.skipFixed(length(in.readLong()));
            items = in.readLong();
        }
        return items;
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readLengthPrefixed());
    }

    @Override
    public String readString() throws IOException {
        return new String(readLengthPrefixed(), StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        in.skipFixed(length(in.readLong()));
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(readLengthPrefixed());
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipFixed(length(in.readLong()));
    }

    @Override
    public long readArrayStart() throws IOException {
        return count(in.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return count(in.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return count(in.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return count(in.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        in.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
