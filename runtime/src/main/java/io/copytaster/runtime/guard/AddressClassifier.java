package io.copytaster.runtime.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says whether an address is global unicast: the only kind that we connect to by default. Judges the bytes, never
 * {@link InetAddress}'s own predicates, which call {@code ::ffff:127.0.0.1} neither loopback nor private.
 */
final class AddressClassifier {

    private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final Map<AddressRange, String> FORBIDDEN_V4 = ranges(
            "0.0.0.0/8", "this network",
            "10.0.0.0/8", "private",
            "100.64.0.0/10", "shared by a carrier",
            "127.0.0.0/8", "loopback",
            "168.63.129.16/32", "a cloud's internal service",
            "169.254.0.0/16", "link-local",
            "172.16.0.0/12", "private",
            "192.0.0.0/24", "reserved for protocols",
            "192.0.2.0/24", "for documentation",
            "192.88.99.0/24", "a 6to4 relay",
            "192.168.0.0/16", "private",
            "198.18.0.0/15", "for benchmarks",
            "198.51.100.0/24", "for documentation",
            "203.0.113.0/24", "for documentation",
            "224.0.0.0/4", "multicast",
            "240.0.0.0/4", "reserved");
    private static final Map<AddressRange, String> FORBIDDEN_V6 = ranges(
            "2001::/23", "reserved for protocols",
            "2001:db8::/32", "for documentation",
            "2002::/16", "6to4",
            "3fff::/20", "for documentation");

    private final Nat64 nat64;

    AddressClassifier(Nat64 nat64) {
        this.nat64 = nat64;
    }

    Verdict judge(InetAddress address) {
        return judge(address.getAddress());
    }

    Verdict judge(byte[] address) {
        var plain = AddressRange.unwrapped(address);
        return plain.length == 4 ? firstOf(FORBIDDEN_V4, plain) : judgeV6(plain);
    }

    private Verdict judgeV6(byte[] address) {
        if (NAT64.contains(address)) {
            return switch (nat64) {
                case REFUSED -> new Verdict.Forbidden("is a translated IPv4 address (64:ff9b::/96)");
                case TRANSLATED -> judge(Arrays.copyOfRange(address, 12, 16));
            };
        }
        if (!GLOBAL_V6.contains(address)) {
            return new Verdict.Forbidden("is not global unicast (outside 2000::/3)");
        }
        return firstOf(FORBIDDEN_V6, address);
    }

    private static Verdict firstOf(Map<AddressRange, String> forbidden, byte[] address) {
        for (var range : forbidden.entrySet()) {
            if (range.getKey().contains(address)) {
                return new Verdict.Forbidden("is " + range.getValue());
            }
        }
        return new Verdict.Allowed();
    }

    private static Map<AddressRange, String> ranges(String... rangesAndKinds) {
        var ranges = new LinkedHashMap<AddressRange, String>();
        for (int i = 0; i < rangesAndKinds.length; i += 2) {
            var kind = rangesAndKinds[i + 1] + " (" + rangesAndKinds[i] + ")";
            ranges.put(AddressRange.parse(rangesAndKinds[i]), kind);
        }
        return ranges;
    }

    /** What to do with IPv4 addresses that a NAT64 gateway embedded in IPv6. */
    enum Nat64 {
        /** Refuse them: there is no such gateway here. */
        REFUSED,
        /** Judge the embedded address. */
        TRANSLATED
    }
}
