package io.copytaster.ingest.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void is_the_beginning_of_sha_256() {
        // The example of FIPS 180-2 for "abc".
        assertThat(Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void texts_do_not_run_into_each_other() {
        assertThat(Fingerprint.of(List.of("ab", "c")))
                .isNotEqualTo(Fingerprint.of(List.of("a", "bc")))
                .isNotEqualTo(Fingerprint.of(List.of("abc")))
                .isEqualTo(Fingerprint.of(List.of("ab", "c")));
    }
}
