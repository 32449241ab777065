package io.copytaster.alert.webhook;

import io.copytaster.runtime.connect.ConnectGuardFilter;
import io.copytaster.runtime.connect.ConnectGuardFilter.BlockedTargetException;
import io.copytaster.runtime.guard.TargetGuard;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sends webhooks: HTTP/1.1, no redirect, no proxy, no compression, no retry of its own, a deadline for everything, and
 * the guard before each connection. Blocks the calling thread, which should be a virtual one. Safe for all threads.
 */
public final class WebhookClient implements AutoCloseable {

    private static final List<String> MEANINGFUL = List.of("retry-after", "location", "webhook-delivery");
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_LOCATION = 2048;

    private final WebhookSettings settings;
    private final ConnectionProvider connections;
    private final HttpClient client;

    public WebhookClient(WebhookSettings settings, TargetGuard guard, int connectionsPerTarget) {
        this.settings = settings;
        this.connections = ConnectionProvider.builder("webhooks")
                .maxConnections(connectionsPerTarget)
                .pendingAcquireMaxCount(connectionsPerTarget)
                .pendingAcquireTimeout(settings.totalTimeout())
                // Below the keep-alive of common servers: a connection that they are about to close is not used.
                .maxIdleTime(Duration.ofSeconds(2))
                .maxLifeTime(Duration.ofSeconds(60))
                .build();
        this.client = HttpClient.create(connections)
                .followRedirect(false)
                .compress(false)
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .resolver(spec -> spec.queryTimeout(settings.dnsTimeout()))
                .responseTimeout(settings.totalTimeout())
                .httpResponseDecoder(spec -> spec.maxHeaderSize(LONGEST_HEADERS))
                .headers(headers -> headers.set("user-agent", settings.userAgent()))
                .doOnChannelInit((_, channel, _) -> channel.pipeline().addFirst(new ConnectGuardFilter(guard)));
    }

    /** One request and its answer, within the total timeout whatever the receiver does. */
    public Reply send(WebhookRequest request) {
        try {
            var reply = exchange(request).timeout(settings.totalTimeout()).block();
            return reply == null ? new Reply.NoAnswer(ErrorClass.CONNECTION_RESET, "closed without an answer") : reply;
        } catch (RuntimeException e) {
            return noAnswer(Exceptions.unwrap(e));
        }
    }

    @Override
    public void close() {
        connections.disposeLater().block(Duration.ofSeconds(5));
    }

    private Mono<Reply> exchange(WebhookRequest request) {
        return client.headers(headers -> {
                    request.headers().forEach(headers::set);
                    headers.set("content-length", request.body().length);
                })
                .post()
                .uri(request.url())
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(request.body())))
                .response((response, body) -> excerpt(body).map(text -> answer(response, text)))
                .next();
    }

    /** Reads the beginning of the body; what comes after it closes the connection. */
    private Mono<String> excerpt(ByteBufFlux body) {
        int most = Math.toIntExact(settings.responseSize().toBytes());
        return Mono.defer(() -> {
            var read = new ByteArrayOutputStream();
            return body.asByteArray()
                    .doOnNext(part -> read.write(part, 0, Math.min(part.length, most - read.size())))
                    .takeUntil(_ -> read.size() >= most)
                    .then(Mono.fromSupplier(() -> read.toString(StandardCharsets.UTF_8)));
        });
    }

    private static Reply answer(HttpClientResponse response, String excerpt) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : MEANINGFUL) {
            var value = response.responseHeaders().get(name);
            if (value != null && value.length() <= LONGEST_LOCATION) {
                headers.put(name, value);
            }
        }
        return new Reply.Answer(response.status().code(), headers, excerpt);
    }

    private static Reply noAnswer(Throwable failure) {
        return new Reply.NoAnswer(
                errorClass(failure), failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static ErrorClass errorClass(Throwable failure) {
        return switch (failure) {
            case BlockedTargetException _ -> ErrorClass.SSRF_BLOCKED;
            case UnknownHostException _ -> ErrorClass.DNS_ERROR;
            case ConnectTimeoutException _ -> ErrorClass.TIMEOUT;
            case TimeoutException _ -> ErrorClass.TIMEOUT;
            case ReadTimeoutException _ -> ErrorClass.TIMEOUT;
            case ConnectException _ -> ErrorClass.CONNECTION_REFUSED;
            case SSLException _ -> ErrorClass.TLS_ERROR;
            case DecoderException e when e.getCause() instanceof SSLException -> ErrorClass.TLS_ERROR;
            case DecoderException _ -> ErrorClass.PROTOCOL_ERROR;
            case IllegalArgumentException _ -> ErrorClass.PROTOCOL_ERROR;
            case IOException _ -> ErrorClass.CONNECTION_RESET;
            default -> failure.getCause() == null ? ErrorClass.INTERNAL : errorClass(failure.getCause());
        };
    }
}
