package io.copytaster.runtime.guard;

import java.net.InetAddress;
import java.util.OptionalInt;

/** Addresses that the operator allows although they are not public: {@code CIDR} or {@code CIDR:port}. */
record AllowedRange(AddressRange addresses, OptionalInt port) {

    /** Parses {@code 127.0.0.1/32:9000}, {@code 10.1.0.0/16} or {@code fd00::/8:443}. */
    static AllowedRange parse(String text) {
        int slash = text.indexOf('/');
        int colon = text.indexOf(':', slash < 0 ? text.length() : slash);
        if (slash < 0) {
            throw new IllegalArgumentException("expected CIDR or CIDR:port such as 10.1.0.0/16:443, got " + text);
        }
        return colon < 0
                ? new AllowedRange(AddressRange.parse(text), OptionalInt.empty())
                : new AllowedRange(
                        AddressRange.parse(text.substring(0, colon)), OptionalInt.of(port(text.substring(colon + 1))));
    }

    boolean allows(InetAddress address, int toPort) {
        return (port.isEmpty() || port.getAsInt() == toPort) && addresses.contains(address.getAddress());
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("expected a port of 1 to 65535, got " + text);
        }
        return port;
    }
}
