package io.copytaster.alert.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets at rest: AES-256-GCM, a fresh nonce each, bound to the row that holds it, so that a ciphertext moved
 * to another endpoint does not open. Safe for all threads.
 */
final class SecretCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    SecretCipher(byte[] key, RandomGenerator random) {
        if (key.length != 32) {
            throw new IllegalArgumentException("expected a key of 32 bytes, got " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Version byte, nonce, ciphertext with tag. */
    byte[] seal(Secret secret, EndpointId row) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(secret.key());
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    Secret open(byte[] sealed, EndpointId row) {
        if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
            throw new IllegalStateException("expected a sealed secret of version 1 for endpoint " + row);
        }
        try {
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return Secret.ofKey(
                    cipher(Cipher.DECRYPT_MODE, nonce, row).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the secret of endpoint " + row + " does not open with this key:"
                            + " give the service the COPYTASTER_SECRET_KEY that it was stored with",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, EndpointId row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.value().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
