package io.copytaster.alert.live;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a stream: for each partition the offset of the next record to read. Written {@code 0:12,1:5}. Immutable.
 */
record OffsetVector(Map<Integer, Long> offsets) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,5}:[0-9]{1,18}(,[0-9]{1,5}:[0-9]{1,18}){0,4095}");

    OffsetVector {
        offsets = Map.copyOf(offsets);
    }

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    static Optional<OffsetVector> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var offsets = new TreeMap<Integer, Long>();
        int at = 0;
        while (at < text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            int colon = text.indexOf(':', at);
            offsets.put(Integer.valueOf(text.substring(at, colon)), Long.valueOf(text.substring(colon + 1, end)));
            at = end + 1;
        }
        return Optional.of(new OffsetVector(offsets));
    }

    /** The next offset of a partition; 0 for one that this place does not know, because it is new. */
    long of(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    OffsetVector with(int partition, long next) {
        var changed = new TreeMap<>(offsets);
        changed.put(partition, next);
        return new OffsetVector(changed);
    }

    @Override
    public String toString() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
