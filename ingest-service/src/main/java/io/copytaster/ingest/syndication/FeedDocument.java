package io.copytaster.ingest.syndication;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answered: a body, headers and an address. */
public final class FeedDocument {

    private final byte[] body;
    private final Map<String, String> headers;
    private final @Nullable String url;

    /**
     * An answer.
     *
     * @param body content encodings undone; not copied, the caller leaves it alone
     * @param headers names in any case
     * @param url where it came from after redirects; null if unknown
     */
    public FeedDocument(byte[] body, Map<String, String> headers, @Nullable String url) {
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.url = url;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String url() {
        return url;
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(header -> header.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
