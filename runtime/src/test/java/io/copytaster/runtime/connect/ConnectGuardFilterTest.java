package io.copytaster.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.runtime.connect.ConnectGuardFilter.BlockedTargetException;
import io.copytaster.runtime.guard.GuardSettings;
import io.copytaster.runtime.guard.TargetGuard;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectGuardFilterTest {

    private final TargetGuard guard = TargetGuard.of(GuardSettings.allowing("127.0.0.7/32:9000"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "169.254.169.254"})
    void fails_the_connection_to_a_forbidden_address(String literal) {
        assertThat(failureOf(new InetSocketAddress(InetAddress.ofLiteral(literal), 80)))
                .isInstanceOf(BlockedTargetException.class)
                .hasMessageStartingWith("the address ");
    }

    @Test
    void fails_what_was_never_resolved_and_what_is_no_internet_address() {
        assertThat(failureOf(InetSocketAddress.createUnresolved("news.example", 80)))
                .isInstanceOf(BlockedTargetException.class);
        assertThat(failureOf(new LocalAddress("pipe"))).isInstanceOf(BlockedTargetException.class);
    }

    @Test
    void lets_an_allowed_address_pass() {
        assertThat(failureOf(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.7"), 9000)))
                .isNull();
    }

    private Throwable failureOf(SocketAddress remote) {
        var channel = new EmbeddedChannel(new ConnectGuardFilter(guard));
        var connecting = channel.connect(remote);
        channel.runPendingTasks();
        return connecting.cause();
    }
}
