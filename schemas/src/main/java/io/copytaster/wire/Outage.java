package io.copytaster.wire;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells whether an exception of a deserializer, ours or another maker's, speaks of the registry and not of the record.
 * Confluent's wraps both in {@code SerializationException}, so the causes decide.
 */
final class Outage {

    private static final int MAX_DEPTH = 10;

    private Outage() {}

    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (isOutage(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static RegistryUnreachableException unreachable(RuntimeException failure) {
        return failure instanceof RegistryUnreachableException ours
                ? ours
                : new RegistryUnreachableException("the schema registry cannot be asked", failure);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case RegistryUnreachableException _ -> true;
            case SocketException _ -> true;
            case UnknownHostException _ -> true;
            case java.net.SocketTimeoutException _ -> true;
            case HttpTimeoutException _ -> true;
            case SSLException _ -> true;
            case RetriableException _ -> true;
            case AuthenticationException _ -> true;
            case AuthorizationException _ -> true;
            default -> isServerError(cause);
        };
    }

    /** Confluent's client says which status in the text of its own exception, a class that is not ours to name. */
    private static boolean isServerError(Throwable cause) {
        return cause.getClass().getSimpleName().equals("RestClientException")
                && !String.valueOf(cause.getMessage()).contains("error code: 404");
    }
}
