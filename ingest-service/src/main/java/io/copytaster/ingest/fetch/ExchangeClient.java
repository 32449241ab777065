package io.copytaster.ingest.fetch;

import io.copytaster.ingest.fetch.Fetched.Cause;
import io.copytaster.runtime.connect.ConnectGuardFilter;
import io.copytaster.runtime.connect.ConnectGuardFilter.BlockedTargetException;
import io.copytaster.runtime.guard.TargetGuard;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;

/**
 * One GET over HTTP/1.1 on a connection of its own: no redirect, proxy, cookie, retry or decompression, and the guard
 * before the connection. A connection is never used twice, so that no answer can be mixed up with the rest of another
 * one. Blocks the calling thread. Safe for all threads.
 */
final class ExchangeClient {

    private static final int LONGEST_HEADERS = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private final HttpClient client;

    ExchangeClient(FetchSettings settings, TargetGuard guard) {
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .followRedirect(false)
                .compress(false)
                .keepAlive(false)
                .disableRetry(true)
                .noProxy()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .resolver(spec -> spec.queryTimeout(settings.dnsTimeout()))
                .responseTimeout(settings.silence())
                .httpResponseDecoder(spec -> spec.maxHeaderSize(LONGEST_HEADERS).maxInitialLineLength(LONGEST_LINE))
                .headers(headers -> headers.set("user-agent", settings.userAgent())
                        .set("accept", "*/*")
                        .set("accept-encoding", "gzip, deflate"))
                .doOnConnected(connection -> connection.addHandlerLast(new InterimAnswerFilter()))
                .doOnChannelInit((_, channel, _) -> channel.pipeline().addFirst(new ConnectGuardFilter(guard)));
    }

    /** Gets one address, which the guard has admitted, within a time. */
    Exchange get(URI address, Map<String, String> headers, long maxBytes, Duration within) throws FetchFailedException {
        try {
            var answer = client.headers(all -> headers.forEach(all::set))
                    .get()
                    .uri(address)
                    .response((response, body) -> read(response, body, maxBytes))
                    .next()
                    .timeout(within)
                    .block();
            if (answer == null) {
                throw new FetchFailedException(
                        Cause.CONNECT, "expected an answer, got a connection that was closed; we try again");
            }
            return answer;
        } catch (RuntimeException e) {
            throw failure(Exceptions.unwrap(e));
        }
    }

    private static Mono<Exchange> read(HttpClientResponse response, ByteBufFlux body, long maxBytes) {
        int status = response.status().code();
        var headers = lowerCase(response.responseHeaders());
        return Route.sendsOn(status, headers.get("location"))
                ? Mono.just(new Exchange(status, headers, new byte[0]))
                : whole(body, maxBytes).map(bytes -> new Exchange(status, headers, bytes));
    }

    private static Mono<byte[]> whole(ByteBufFlux body, long maxBytes) {
        return Mono.defer(() -> {
            var read = new ByteArrayOutputStream();
            return body.asByteArray()
                    .handle((part, sink) -> {
                        if (read.size() + (long) part.length > maxBytes) {
                            sink.error(ContentDecoding.tooLarge(maxBytes));
                        } else {
                            read.write(part, 0, part.length);
                        }
                    })
                    .then(Mono.fromSupplier(read::toByteArray))
                    .onErrorMap(PrematureCloseException.class, e -> cut(read.size(), e))
                    .onErrorMap(
                            e -> e instanceof IOException && !(e instanceof SSLException), e -> cut(read.size(), e));
        });
    }

    private static FetchFailedException cut(int got, Throwable cause) {
        return new FetchFailedException(
                Cause.TRUNCATED,
                "expected the whole body, got " + got + " bytes of it before the connection ended; we try again",
                cause);
    }

    private static Map<String, String> lowerCase(HttpHeaders headers) {
        var all = new LinkedHashMap<String, String>();
        headers.forEach(header -> all.merge(
                header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (first, next) -> first + ", " + next));
        return all;
    }

    private static FetchFailedException failure(Throwable failure) {
        return switch (failure) {
            case FetchFailedException known -> known;
            case BlockedTargetException e ->
                failed(
                        Cause.BLOCKED,
                        "expected a public address when connecting, but " + e.getMessage()
                                + "; have the operator allow it (copytaster.guard.allow) if it is meant",
                        e);
            case UnknownHostException e ->
                failed(Cause.DNS, "expected the host to have an address, got none; check its spelling", e);
            case ConnectTimeoutException e -> failed(Cause.TIMEOUT, tooSlow("a connection"), e);
            case TimeoutException e -> failed(Cause.TIMEOUT, tooSlow("everything"), e);
            case ReadTimeoutException e -> failed(Cause.TIMEOUT, tooSlow("a next byte"), e);
            case SSLException e -> failed(Cause.TLS, insecure(e), e);
            case TooLongFrameException e ->
                failed(
                        Cause.TOO_LARGE,
                        "expected at most " + LONGEST_HEADERS + " bytes of headers and lines of at most " + LONGEST_LINE
                                + ", got more; the server must be mended",
                        e);
            case DecoderException e
            when e.getCause() instanceof SSLException tls -> failed(Cause.TLS, insecure(tls), e);
            case PrematureCloseException e ->
                failed(Cause.CONNECT, "expected an answer, got a connection that was closed; we try again", e);
            case ConnectException e ->
                failed(
                        Cause.CONNECT,
                        "expected the host to take a connection, got none; is the server up, and the port right?",
                        e);
            case IOException e ->
                failed(Cause.CONNECT, "expected an answer, got a connection that broke; we try again", e);
            default ->
                failure.getCause() == null
                        ? failed(
                                Cause.PROTOCOL, "expected HTTP/1.1, got something else; is this a web server?", failure)
                        : failure(failure.getCause());
        };
    }

    private static String tooSlow(String what) {
        return "expected " + what + " in time, got none; the server is slow or does not answer, we try again";
    }

    private static String insecure(SSLException e) {
        return "expected a secure connection, got none (" + e.getClass().getSimpleName()
                + "); the server's certificate must be mended";
    }

    private static FetchFailedException failed(Cause kind, String reason, Throwable cause) {
        return new FetchFailedException(kind, reason, cause);
    }

    /**
     * One request and its answer, redirects not followed.
     *
     * @param headers names in lower case
     * @param body as it came, still compressed; empty where the answer sends us on
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Exchange(int status, Map<String, String> headers, byte[] body) {

        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }
}
