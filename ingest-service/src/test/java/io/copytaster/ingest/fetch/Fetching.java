package io.copytaster.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.copytaster.ingest.host.HostGate;
import io.copytaster.ingest.host.HostPass;
import io.copytaster.runtime.guard.GuardSettings;
import io.copytaster.runtime.guard.TargetGuard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Clients for tests: short deadlines, and the loopback network allowed. */
public final class Fetching {

    /** Lets everybody through at once. */
    static final HostGate OPEN = new HostGate() {

        @Override
        public Optional<HostPass> enter(String host, Duration patience) {
            return Optional.of(() -> {});
        }

        @Override
        public int forgetIdle() {
            return 0;
        }
    };

    static final long MOST = 100_000;

    private Fetching() {}

    /** Everything may take two seconds, and silence half of one. */
    public static FetchSettings hurried() {
        return new FetchSettings(
                "Copytaster",
                "https://copytaster.example/bot",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                5);
    }

    /** Deadlines that a busy machine does not miss. */
    public static FetchSettings patient() {
        return new FetchSettings(
                "Copytaster",
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                5);
    }

    /** Reaches the ports of these servers and nothing else that is not public. */
    public static TargetGuard reaching(LoopbackServer... servers) {
        var ranges = new String[servers.length];
        for (int i = 0; i < servers.length; i++) {
            ranges[i] = "127.0.0.1/32:" + servers[i].port();
        }
        return TargetGuard.of(GuardSettings.allowing(ranges));
    }

    public static FetchClient client(LoopbackServer... servers) {
        return new FetchClient(patient(), reaching(servers), OPEN);
    }

    static FetchRequest request(String url) {
        return new FetchRequest(url, Map.of(), MOST);
    }

    static Fetched.Answer answered(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        return (Fetched.Answer) fetched;
    }

    static Fetched.Failed failed(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        return (Fetched.Failed) fetched;
    }
}
