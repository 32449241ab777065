package io.copytaster.registry;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an exception of a deserializer of another maker speaks of the registry and not of the record.
 * Confluent's wraps both in {@code SerializationException}, so the causes decide.
 */
public final class Outage {

    private static final int MAX_DEPTH = 10;

    private Outage() {}

    /** True if the record may be readable once the registry is back. */
    public static boolean isBehind(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (isOutage(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case SocketException _, SocketTimeoutException _, UnknownHostException _ -> true;
            case HttpTimeoutException _, SSLException _ -> true;
            case RetriableException _, InterruptException _ -> true;
            case AuthenticationException _, AuthorizationException _ -> true;
            default -> isRefusal(cause);
        };
    }

    /** Confluent's client tells the status in the text of its own exception, a class that is not ours to name. */
    private static boolean isRefusal(Throwable cause) {
        return cause.getClass().getSimpleName().equals("RestClientException")
                && !String.valueOf(cause.getMessage()).contains("error code: 404");
    }
}
