package io.copytaster.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/",
                "https:///x",
                "https://",
                "http:example.com",
                "//example.com/",
                "http://user@127.0.0.1/",
                "http://user:pw@example.com/",
                "http://example.com/#top",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://0/",
                "http://127.0.0.1./",
                "http://127.0.0.01/",
                "http://256.1.1.1/",
                "http://①②⑦.0.0.1/",
                "http://127。0。0。1/",
                "http://127.0.0.1%2f/",
                "http://[::1%25lo]/",
                "http://[::1%lo]/",
                "http://[127.0.0.1]/",
                "http://::1/",
                "http://[::1/",
                "http://exa mple.com/",
                "http://example.com\\@x/",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:/",
                "http://.example.com/",
                "http://-a.example/",
                "http://a..b/",
                "http://example.com:80:80/",
                "http://0x7f000001/",
                "http://hooks_a.example.com/"
            })
    void refuses_what_can_be_read_in_two_ways(String url) {
        assertThat(guard(PUBLIC).admit(url)).isInstanceOf(Admission.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.COM/Hook?a=1, https://example.com/Hook?a=1",
        "https://example.com, https://example.com/",
        "https://example.com?x=1, https://example.com/?x=1",
        "http://bücher.example:8080/é, http://xn--bcher-kva.example:8080/%C3%A9",
        "http://93.184.216.34/x, http://93.184.216.34/x",
        "http://[2606:4700::1]:8443/, http://[2606:4700::1]:8443/"
    })
    void admits_public_urls_in_one_spelling(String url, String canonical) {
        assertThat(guard(PUBLIC).admit(url))
                .isInstanceOfSatisfying(
                        Admission.Admitted.class,
                        admitted -> assertThat(admitted.url().uri()).hasToString(canonical));
    }

    @Test
    void refuses_a_host_of_which_one_address_is_forbidden_and_says_what_to_change() {
        var admission = guard(PUBLIC, LOOPBACK).admit("http://rebind.example:8080/");

        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.detail())
                                .contains(
                                        "rebind.example",
                                        "127.0.0.1",
                                        "is loopback",
                                        "127.0.0.1/32:8080",
                                        "copytaster.guard.allow"));
    }

    @Test
    void a_mapped_loopback_address_is_refused_though_the_platform_does_not_call_it_loopback() {
        var admission = guard(PUBLIC, mapped("127.0.0.1")).admit("http://[::ffff:127.0.0.1]/");

        assertThat(admission)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.ground()).isEqualTo(Admission.Ground.ADDRESS));
    }

    @Test
    void says_whether_the_text_the_host_or_the_address_is_wrong() {
        assertThat(guard(PUBLIC).admit("http://127.1/")).extracting("ground").isEqualTo(Admission.Ground.TEXT);
        assertThat(guard(LOOPBACK).admit("http://a.example/"))
                .extracting("ground")
                .isEqualTo(Admission.Ground.ADDRESS);
    }

    @Test
    void an_allowed_range_is_bound_to_its_port() {
        var guard = guard(GuardSettings.allowing("127.0.0.1/32:9000"), List.of(), LOOPBACK);

        assertThat(guard.judge(LOOPBACK, 9000)).isEqualTo(new Verdict.Allowed());
        assertThat(guard.judge(LOOPBACK, 9001)).isInstanceOf(Verdict.Forbidden.class);
        assertThat(guard.judge(InetAddress.ofLiteral("127.0.0.2"), 9000)).isInstanceOf(Verdict.Forbidden.class);
    }

    @Test
    void our_own_listeners_are_refused_even_where_their_address_is_allowed() {
        var own = OwnListener.namedIn(
                List.of("jdbc:postgresql://127.0.0.1:54329/copytaster", "localhost:9092,localhost:9093"));
        var guard = guard(GuardSettings.allowing("127.0.0.0/8"), own, LOOPBACK);

        assertThat(List.of(54329, 9092, 9093))
                .allSatisfy(port -> assertThat(guard.judge(LOOPBACK, port)).isInstanceOf(Verdict.Forbidden.class));
        assertThat(guard.judge(LOOPBACK, 9094)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void refuses_mail_and_shell_ports_of_public_hosts() {
        assertThat(guard(PUBLIC).judge(PUBLIC, 25)).isInstanceOf(Verdict.Forbidden.class);
        assertThat(guard(PUBLIC).judge(PUBLIC, 22)).isInstanceOf(Verdict.Forbidden.class);
        assertThat(guard(PUBLIC).judge(PUBLIC, 443)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void a_host_without_address_is_refused_with_its_name() {
        HostAddresses none = _ -> {
            throw new UnknownHostException("no address found");
        };
        var guard = new TargetGuard(GuardSettings.allowing(), List.of(), none);

        assertThat(guard.admit("https://nowhere.example/")).isInstanceOfSatisfying(Admission.Refused.class, refused -> {
            assertThat(refused.ground()).isEqualTo(Admission.Ground.HOST);
            assertThat(refused.detail()).contains("nowhere.example");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8:0", "10.0.0.0/8:http", "host/8", "/8"})
    void settings_refuse_ranges_that_mean_nothing(String range) {
        assertThatThrownBy(() -> GuardSettings.allowing(range)).isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress mapped(String v4) {
        try {
            var bytes = new byte[16];
            bytes[10] = bytes[11] = (byte) 0xff;
            System.arraycopy(InetAddress.ofLiteral(v4).getAddress(), 0, bytes, 12, 4);
            return Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TargetGuard guard(InetAddress... addresses) {
        return guard(GuardSettings.allowing(), List.of(), addresses);
    }

    private static TargetGuard guard(GuardSettings settings, List<OwnListener> own, InetAddress... addresses) {
        return new TargetGuard(settings, own, _ -> List.of(addresses));
    }
}
