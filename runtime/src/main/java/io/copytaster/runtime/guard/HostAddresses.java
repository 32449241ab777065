package io.copytaster.runtime.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns a host into all of its addresses. */
public interface HostAddresses {

    /**
     * All addresses of the host; a literal is its own.
     *
     * @throws UnknownHostException where there is none, or no answer in time
     */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** The system's resolver, given up on after the timeout. */
    static HostAddresses system(Duration timeout) {
        return host -> {
            var resolving = new CompletableFuture<List<InetAddress>>();
            // The platform's resolver cannot be interrupted: it is left behind when time is up.
            Thread.ofVirtual().name("resolve-host").start(() -> resolve(host, resolving));
            try {
                return resolving.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw unknown(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unknown(e);
            }
        };
    }

    private static void resolve(String host, CompletableFuture<List<InetAddress>> into) {
        try {
            into.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            into.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(Exception cause) {
        var exception = new UnknownHostException(
                cause instanceof ExecutionException ? "no address found" : "no answer in time");
        exception.initCause(cause);
        return exception;
    }
}
