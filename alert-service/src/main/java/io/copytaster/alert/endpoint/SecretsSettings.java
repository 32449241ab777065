package io.copytaster.alert.endpoint;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What endpoints' secrets are encrypted with at rest.
 *
 * @param key 32 bytes in base64 ({@code openssl rand -base64 32}); takes precedence
 * @param keyFile a file with such a key, made at the first start where it does not exist
 */
@ConfigurationProperties("copytaster.secrets")
record SecretsSettings(
        @DefaultValue("") String key, @DefaultValue("") String keyFile) {

    SecretsSettings {
        if (!key.isBlank()) {
            decoded(key, "copytaster.secrets.key");
        }
    }

    byte[] keyBytes(RandomGenerator random) {
        if (!key.isBlank()) {
            return decoded(key, "copytaster.secrets.key");
        }
        if (keyFile.isBlank()) {
            throw new IllegalStateException("expected COPYTASTER_SECRET_KEY (32 bytes in base64:"
                    + " openssl rand -base64 32) or COPYTASTER_SECRET_KEY_FILE, to encrypt endpoints' secrets with");
        }
        return fromFile(Path.of(keyFile), random);
    }

    private static byte[] fromFile(Path file, RandomGenerator random) {
        try {
            if (Files.notExists(file)) {
                create(file, random);
            }
            return decoded(Files.readString(file), "the key file " + file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "expected to be able to read or create copytaster.secrets.key-file " + file, e);
        }
    }

    private static void create(Path file, RandomGenerator random) throws IOException {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".secret-key",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.SYNC);
        try {
            // A link appears complete or not at all: two starters agree on the first one's key.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] decoded(String base64, String where) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": expected 32 bytes in base64", e);
        }
        throw new IllegalArgumentException(where + ": expected 32 bytes in base64, got another length");
    }

    @Override
    public String toString() {
        return "SecretsSettings[key=***, keyFile=" + keyFile + "]";
    }
}
