package io.copytaster.ingest.charset;

import java.util.Arrays;

/** The start of a document, cut where no character of several bytes is cut in two. */
final class SniffedSample {

    private SniffedSample() {}

    static byte[] of(byte[] bytes, int length) {
        if (bytes.length <= length) {
            return bytes;
        }
        int end = length;
        while (end > 0 && bytes[end] != '<' && bytes[end] != ' ') { // in no encoding a part of a longer character
            end--;
        }
        return end == 0 ? Arrays.copyOf(bytes, length) : Arrays.copyOf(bytes, end);
    }
}
