package io.copytaster.ingest.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Splits a stream of bytes into lines, never holding more than one line of the allowed length. For one thread at a time. */
final class LineSplitter {

    private static final int KEPT_OF_CUT = 1024;

    /** A line: its number from 1, its bytes without the line feed, and whether it was too long and the rest skipped. */
    static final class Line {

        private final long number;
        private final byte[] bytes;
        private final boolean cut;

        private Line(long number, byte[] bytes, boolean cut) {
            this.number = number;
            this.bytes = bytes;
            this.cut = cut;
        }

        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean isCut() {
            return cut;
        }
    }

    private final long limit;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private boolean cut;
    private long number;

    LineSplitter(long limit) {
        this.limit = limit;
    }

    /** The lines that end in these bytes. */
    List<Line> feed(byte[] bytes) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                append(bytes, start, i);
                lines.add(close());
                start = i + 1;
            }
        }
        append(bytes, start, bytes.length);
        return lines;
    }

    /** The last line, where it has no line feed. */
    Optional<Line> finish() {
        return open.size() == 0 && !cut ? Optional.empty() : Optional.of(close());
    }

    private void append(byte[] bytes, int from, int to) {
        if (cut) {
            return;
        }
        if (open.size() + (long) (to - from) > limit) {
            cut = true;
            int room = Math.max(0, KEPT_OF_CUT - open.size());
            open.write(bytes, from, Math.min(room, to - from));
        } else {
            open.write(bytes, from, to - from);
        }
    }

    private Line close() {
        var bytes = open.toByteArray();
        var kept = cut ? Arrays.copyOf(bytes, Math.min(KEPT_OF_CUT, bytes.length)) : bytes;
        var line = new Line(++number, kept, cut);
        open.reset();
        cut = false;
        return line;
    }
}
