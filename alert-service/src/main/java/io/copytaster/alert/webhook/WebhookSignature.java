package io.copytaster.alert.webhook;

import io.copytaster.alert.endpoint.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks says: HMAC-SHA256 over id, timestamp and the very bytes that are sent. */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The value of {@code webhook-signature}: one {@code v1,…} per secret, the current one first.
     *
     * @param id the {@code webhook-id}
     * @param timestamp the {@code webhook-timestamp}: Unix seconds of this attempt
     * @param body the bytes on the wire
     */
    static String of(List<Secret> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream().map(secret -> v1(secret, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String v1(Secret secret, String id, long timestamp, byte[] body) {
        var mac = hmac(secret);
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static Mac hmac(Secret secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
