package io.copytaster.cli.receive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies a message as Standard Webhooks says: HMAC-SHA256 over id, timestamp and body; any one of several signatures
 * may fit, so that secrets can be exchanged without a gap.
 */
public final class SignatureCheck {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    /** Older or newer messages may be replays. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;
    private final Clock clock;

    /** The secret as endpoints show it: {@code whsec_} and base64. */
    public SignatureCheck(String secret, Clock clock) {
        this.key = key(secret);
        this.clock = clock;
    }

    /** What is to be thought of a message. */
    public Verdict check(Message message) {
        if (message.id().isEmpty()
                || message.timestamp().isEmpty()
                || message.signature().isEmpty()) {
            return new Verdict.Rejected("a header is missing: webhook-id, webhook-timestamp and webhook-signature");
        }
        if (!message.timestamp().matches("[0-9]{1,12}")) {
            return new Verdict.Rejected("webhook-timestamp is not a number of seconds");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(message.timestamp())), clock.instant());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return new Verdict.Rejected("webhook-timestamp is " + age.toSeconds() + " s old; accepted are "
                    + TOLERANCE.toSeconds() + ": is a clock wrong?");
        }
        return fits(message)
                ? new Verdict.Verified()
                : new Verdict.Rejected("no signature fits: is the secret that of this endpoint,"
                        + " and is the body checked as it came?");
    }

    private boolean fits(Message message) {
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(sign(message))).getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (String signature : message.signature().split(" ", -1)) {
            fits |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return fits;
    }

    private byte[] sign(Message message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(message.body());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("secret: expected " + PREFIX + "…, as the endpoint showed it once");
        }
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret: expected base64 after " + PREFIX, e);
        }
    }
}
