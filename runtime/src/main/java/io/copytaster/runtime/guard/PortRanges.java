package io.copytaster.runtime.guard;

import java.util.BitSet;
import java.util.List;

/** Ports in the notation {@code 80,443,1024-65535}. Immutable. */
final class PortRanges {

    private static final int LAST = 65535;

    private final String text;
    private final BitSet ports;

    private PortRanges(String text, BitSet ports) {
        this.text = text;
        this.ports = ports;
    }

    static PortRanges parse(String text) {
        if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?(,[0-9]{1,5}(-[0-9]{1,5})?)*")) {
            throw new IllegalArgumentException("expected ports such as 80,443,1024-65535, got " + text);
        }
        var ports = new BitSet(LAST + 1);
        for (var range : List.of(text.split(",", -1))) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            if (first < 1 || last > LAST || first > last) {
                throw new IllegalArgumentException("expected ports of 1 to 65535 in rising order, got " + range);
            }
            ports.set(first, last + 1);
        }
        return new PortRanges(text, ports);
    }

    boolean contain(int port) {
        return ports.get(port);
    }

    @Override
    public String toString() {
        return text;
    }
}
