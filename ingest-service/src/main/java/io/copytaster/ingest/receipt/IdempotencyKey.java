package io.copytaster.ingest.receipt;

/**
 * The name that a sender gave to one request, so that its repeat gets the same receipt.
 *
 * @param caller whose name it is; two callers may use one value
 * @param value the header {@code Idempotency-Key}
 * @param requestDigest a digest of the request, because a name belongs to one request only
 */
public record IdempotencyKey(String caller, String value, String requestDigest) {

    /** Longest value, in characters. */
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MAX_LENGTH + " characters in an idempotency key, got " + value.length());
        }
    }

    /** The name to hold while a request with this key is decided. */
    public String lockName() {
        return "key:" + caller.length() + ":" + caller + ":" + value;
    }
}
