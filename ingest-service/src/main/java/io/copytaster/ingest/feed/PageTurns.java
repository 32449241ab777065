package io.copytaster.ingest.feed;

import io.copytaster.ingest.host.HostGate;
import io.copytaster.ingest.page.PageReader;
import io.copytaster.ingest.page.PageReading;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads pages in the turn of their hosts. */
final class PageTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PageReader reader;
    private final HostGate gate;

    PageTurns(PageReader reader, HostGate gate) {
        this.reader = reader;
        this.gate = gate;
    }

    /** What a page holds; none where its host had no turn in time. */
    Optional<PageReading> read(String url) {
        return gate.enter(host(url), PATIENCE).map(pass -> {
            try (pass) {
                return reader.read(url);
            }
        });
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
