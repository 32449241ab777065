package io.copytaster.alert.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private final SecureRandom random = new SecureRandom();
    private final EndpointId row = EndpointId.random(random);
    private final Secret secret = Secret.random(random);

    @Test
    void a_sealed_secret_opens_only_in_its_row_and_with_its_key() {
        var cipher = new SecretCipher(new byte[32], random);
        var sealed = cipher.seal(secret, row);
        var otherKey = new byte[32];
        otherKey[0] = 1;

        assertThat(cipher.open(sealed, row)).isEqualTo(secret);
        assertThatThrownBy(() -> cipher.open(sealed, EndpointId.random(random)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretCipher(otherKey, random).open(sealed, row))
                .hasMessageContaining("COPYTASTER_SECRET_KEY");
    }

    @Test
    void two_seals_of_one_secret_differ_and_show_nothing_of_it() {
        var cipher = new SecretCipher(new byte[32], random);

        assertThat(cipher.seal(secret, row)).isNotEqualTo(cipher.seal(secret, row));
        assertThat(Base64.getEncoder().encodeToString(cipher.seal(secret, row)))
                .doesNotContain(secret.reveal().substring(6, 26));
    }

    @Test
    void a_key_file_is_made_once_and_is_the_owners_alone(@TempDir Path directory) throws IOException {
        var file = directory.resolve("secret.key");
        var settings = new SecretsSettings("", file.toString());

        var first = settings.keyBytes(random);

        assertThat(settings.keyBytes(random)).isEqualTo(first).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void settings_without_a_usable_key_say_what_to_set() {
        assertThatThrownBy(() -> new SecretsSettings("", "").keyBytes(random))
                .hasMessageContaining("COPYTASTER_SECRET_KEY_FILE");
        assertThatThrownBy(() -> new SecretsSettings("c2hvcnQ=", "")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new SecretsSettings("?", "")).hasMessageContaining("32 bytes");
        assertThat(new SecretsSettings(Base64.getEncoder().encodeToString(new byte[32]), "").toString())
                .contains("key=***");
    }
}
