package io.copytaster.runtime.guard;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses in CIDR notation. IPv4-mapped IPv6 addresses are compared as the IPv4 address that they carry.
 * Immutable.
 */
final class AddressRange {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
        if (prefix < 0 || prefix > network.length * 8) {
            throw new IllegalArgumentException(
                    "expected a prefix length of 0 to " + network.length * 8 + ", got " + prefix);
        }
    }

    /** Parses {@code 10.0.0.0/8} or {@code fc00::/7}; an address without a length is a block of one. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        var bytes = literal(slash < 0 ? text : text.substring(0, slash));
        return new AddressRange(bytes, slash < 0 ? bytes.length * 8 : length(text, slash));
    }

    boolean contains(byte[] address) {
        var plain = unwrapped(address);
        return plain.length == network.length && sharedBits(plain) >= prefix;
    }

    /** The IPv4 address inside an IPv4-mapped IPv6 address, and any other address as it is. */
    static byte[] unwrapped(byte[] address) {
        boolean mapped = address.length == 16 && Arrays.equals(address, 0, 12, MAPPED, 0, 12);
        return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private int sharedBits(byte[] address) {
        int shared = 0;
        for (int i = 0; i < network.length; i++) {
            int difference = (network[i] ^ address[i]) & 0xff;
            if (difference != 0) {
                return shared + Integer.numberOfLeadingZeros(difference) - 24;
            }
            shared += 8;
        }
        return shared;
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected an IP address in a range, got " + address, e);
        }
    }

    private static int length(String text, int slash) {
        try {
            return Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a prefix length after the slash, got " + text, e);
        }
    }
}
