package io.copytaster.alert.webhook;

import io.copytaster.alert.endpoint.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One attempt to send a message, signed anew; the body is that of every other attempt. Not to be changed after it was
 * handed over.
 */
public final class WebhookRequest {

    private final URI url;
    private final Map<String, String> headers;
    private final byte[] body;

    private WebhookRequest(URI url, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /** Signs the body for this attempt, with the current secret first. */
    public static WebhookRequest signed(URI url, List<Secret> secrets, String webhookId, Instant at, byte[] body) {
        var bytes = body.clone();
        long timestamp = at.getEpochSecond();
        var headers = Map.of(
                "content-type",
                "application/cloudevents+json; charset=utf-8",
                "webhook-id",
                webhookId,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                WebhookSignature.of(secrets, webhookId, timestamp, bytes));
        return new WebhookRequest(url, headers, bytes);
    }

    URI url() {
        return url;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
