package io.copytaster.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.runtime.guard.AddressClassifier.Nat64;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressClassifierTest {

    private static final int CASES = 20_000;

    private final AddressClassifier classifier = new AddressClassifier(Nat64.REFUSED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.0",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:0:7f00:1",
                "64:ff9b::808:808",
                "64:ff9b::7f00:1",
                "64:ff9c::1",
                "100::1",
                "1fff:ffff::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "2002:808:808::1",
                "2002:7f00:1::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_what_is_not_global_unicast(String address) {
        assertThat(judge(address)).isInstanceOf(Verdict.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.254",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::1",
                "2001:200::1",
                "2001:db7::1",
                "2001:db9::1",
                "2003::1",
                "2606:4700::1",
                "3ffe:ffff::1",
                "3fff:1000::1"
            })
    void allows_their_neighbours(String address) {
        assertThat(judge(address)).isEqualTo(new Verdict.Allowed());
    }

    @RepeatedTest(3)
    void judges_embedded_addresses_as_what_they_carry() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var translating = new AddressClassifier(Nat64.TRANSLATED);
        for (int i = 0; i < CASES; i++) {
            var v4 = bytes(random, 4);
            var plain = classifier.judge(v4);
            assertThat(classifier.judge(embedded("00000000000000000000ffff", v4)))
                    .as("mapped, seed %s, %s", seed, Arrays.toString(v4))
                    .isEqualTo(plain);
            assertThat(translating.judge(embedded("0064ff9b0000000000000000", v4)))
                    .as("NAT64, seed %s, %s", seed, Arrays.toString(v4))
                    .isEqualTo(plain);
            assertThat(classifier.judge(embedded("0064ff9b0000000000000000", v4)))
                    .as("NAT64 without gateway, seed %s", seed)
                    .isInstanceOf(Verdict.Forbidden.class);
        }
    }

    @RepeatedTest(3)
    void refuses_every_6to4_address_and_everything_outside_2000_3() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            var any = bytes(random, 16);
            var sixToFour = any.clone();
            sixToFour[0] = 0x20;
            sixToFour[1] = 0x02;
            assertThat(classifier.judge(sixToFour)).as("seed %s", seed).isInstanceOf(Verdict.Forbidden.class);
            if ((any[0] & 0xe0) != 0x20) {
                assertThat(classifier.judge(any)).as("seed %s", seed).isInstanceOf(Verdict.Forbidden.class);
            }
        }
    }

    @Test
    void never_allows_what_the_platform_itself_calls_local() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            var address = InetAddress.getByAddress(bytes(random, random.nextBoolean() ? 4 : 16));
            if (address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress()
                    || address.isMulticastAddress()) {
                assertThat(classifier.judge(address)).as("seed %s", seed).isInstanceOf(Verdict.Forbidden.class);
            }
        }
    }

    private Verdict judge(String literal) {
        return classifier.judge(InetAddress.ofLiteral(literal));
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] embedded(String prefix, byte[] v4) {
        var address = Arrays.copyOf(HexFormat.of().parseHex(prefix), 16);
        System.arraycopy(v4, 0, address, 12, 4);
        return address;
    }
}
