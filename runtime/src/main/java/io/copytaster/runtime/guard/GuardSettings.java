package io.copytaster.runtime.guard;

import io.copytaster.runtime.guard.AddressClassifier.Nat64;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where we may connect to besides public addresses.
 *
 * @param allow ranges that are not public and allowed all the same, each {@code CIDR} or {@code CIDR:port}
 * @param infrastructure listeners of ours that are refused even then: {@code host:port}, lists of them, or URLs
 * @param ports ports that public targets may have
 * @param nat64 whether a gateway translates {@code 64:ff9b::/96} on this network
 * @param dnsTimeout how long a name may take to resolve
 */
@ConfigurationProperties("copytaster.guard")
public record GuardSettings(
        @DefaultValue List<String> allow,
        @DefaultValue List<String> infrastructure,
        @DefaultValue("80,443,1024-65535") String ports,
        @DefaultValue("refused") Nat64 nat64,
        @DefaultValue("5s") Duration dnsTimeout) {

    public GuardSettings {
        allow = List.copyOf(allow);
        infrastructure = List.copyOf(infrastructure);
        allow.forEach(AllowedRange::parse);
        PortRanges.parse(ports);
        if (dnsTimeout.compareTo(Duration.ofMillis(100)) < 0 || dnsTimeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException(
                    "copytaster.guard.dns-timeout: expected 100ms to 30s, got " + dnsTimeout);
        }
    }

    /** The defaults, with these ranges allowed. */
    public static GuardSettings allowing(String... ranges) {
        return new GuardSettings(List.of(ranges), List.of(), "80,443,1024-65535", Nat64.REFUSED, Duration.ofSeconds(5));
    }
}
