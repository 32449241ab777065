package io.copytaster.alert.intake;

import io.copytaster.alert.endpoint.ClientErrors;
import io.copytaster.alert.endpoint.Endpoint;
import io.copytaster.alert.endpoint.Secret;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as a caller writes it.
 *
 * @param name for people; empty where it is left out
 * @param url where messages go
 * @param secret a signing secret of the caller's own, only when the endpoint is made; we make one where it is left out
 * @param clientErrors {@code retry} (the usual) or {@code refuse}: what a 4xx answer means
 * @param state {@code enabled} (the usual) or {@code paused}
 */
record EndpointBody(
        @Nullable String name,
        @Nullable String url,
        @Nullable String secret,
        @Nullable String clientErrors,
        @Nullable String state) {

    @Override
    public String toString() {
        return "EndpointBody[url=" + url + ", secret=***]";
    }

    /**
     * An endpoint as we answer it.
     *
     * @param secret only in the answer that makes the endpoint; never again
     */
    record Answer(
            String id,
            String name,
            String url,
            String clientErrors,
            String state,
            String reason,
            Instant createdAt,
            Instant changedAt,
            @Nullable String secret) {

        static Answer of(Endpoint endpoint) {
            return of(endpoint, null);
        }

        static Answer revealing(Endpoint endpoint, Secret secret) {
            return of(endpoint, secret.reveal());
        }

        private static Answer of(Endpoint endpoint, @Nullable String secret) {
            return new Answer(
                    endpoint.id().value(),
                    endpoint.draft().name(),
                    endpoint.url().toString(),
                    label(endpoint.draft().clientErrors()),
                    endpoint.state().label(),
                    endpoint.reason(),
                    endpoint.createdAt(),
                    endpoint.changedAt(),
                    secret);
        }

        @Override
        public String toString() {
            return "Answer[id=" + id + ", secret=***]";
        }
    }

    static String label(ClientErrors policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
