package io.copytaster.ingest.fetch;

import static io.copytaster.ingest.fetch.Fetching.failed;
import static io.copytaster.ingest.fetch.Fetching.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.fetch.Fetched.Cause;
import io.copytaster.runtime.guard.GuardSettings;
import io.copytaster.runtime.guard.HostAddresses;
import io.copytaster.runtime.guard.TargetGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead inwards. The canary must never see a connection. */
class FetchGuardTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");

    private final LoopbackServer canary = new LoopbackServer().on("/", "200 OK", "secrets");

    @AfterEach
    void close() {
        assertThat(canary.connections()).isZero();
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.9.9.9:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://localhost:PORT/"
            })
    void an_address_that_is_not_public_is_blocked(String url) {
        // Given
        var client = client(HostAddresses.system(Duration.ofSeconds(5)));

        // When
        var failed = failed(client.get(request(at(url))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.BLOCKED);
        assertThat(failed.reason()).contains("copytaster.guard.allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433:PORT/",
                "http://127.1:PORT/",
                "http://0:PORT/",
                "http://0x7f.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://①②⑦.0.0.1:PORT/",
                "http://127。0。0。1:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://news.example@127.0.0.1:PORT/",
                "http://user:pw@127.0.0.1:PORT/",
                "http://[::1%25lo]:PORT/",
                "http://news.example\\@127.0.0.1:PORT/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT/",
                "127.0.0.1:PORT/",
                ""
            })
    void an_address_that_can_be_read_in_two_ways_is_none(String url) {
        // Given
        var client = client(_ -> List.of(PUBLIC));

        // When
        var failed = failed(client.get(request(at(url))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.BAD_URL);
        assertThat(failed.reason()).doesNotContain("pw");
    }

    @Test
    void a_name_that_turns_inwards_between_admission_and_connection_is_blocked() {
        // Given
        // Public when asked by the guard; the connection's own resolver then finds this machine.
        var client = client(_ -> List.of(PUBLIC));

        // When
        var failed = failed(client.get(request(at("http://localhost:PORT/"))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.BLOCKED);
        assertThat(failed.reason()).contains("when connecting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:PORT/", "http://[::ffff:127.0.0.1]:PORT/"})
    void a_literal_that_passes_every_resolver_by_is_blocked_at_the_connection(String url) {
        // Given
        var client = client(_ -> List.of(PUBLIC));

        // When
        var failed = failed(client.get(request(at(url))));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.BLOCKED);
        assertThat(failed.reason()).contains("when connecting");
    }

    @Test
    void a_host_without_address_is_a_failure_of_the_name() {
        // Given
        var client = client(_ -> {
            throw new UnknownHostException("no address found");
        });

        // When
        var failed = failed(client.get(request("http://nowhere.example/?secret=1")));

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.DNS);
        assertThat(failed.reason()).contains("nowhere.example").doesNotContain("secret");
    }

    @Test
    void a_resolver_that_never_answers_costs_no_more_than_the_deadline() {
        // Given
        var never = new CountDownLatch(1);
        var client = client(_ -> {
            awaitUninterruptibly(never);
            return List.of(PUBLIC);
        });

        // When
        var failed = failed(client.get(request("http://slow.example/")));
        never.countDown();

        // Then
        assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(failed.took()).isLessThan(Duration.ofSeconds(10));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String at(String url) {
        return url.replace("PORT", String.valueOf(canary.port()));
    }

    private static FetchClient client(HostAddresses addresses) {
        return new FetchClient(Fetching.hurried(), TargetGuard.of(GuardSettings.allowing(), addresses), Fetching.OPEN);
    }
}
