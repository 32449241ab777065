package io.copytaster.ingest.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.ingest.SettingsBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherSettingsTest {

    private static final String PREFIX = "copytaster.publisher";

    @TempDir
    Path folder = Path.of("");

    @Test
    void knows_the_bundled_families_by_default() throws IOException {
        // Given
        var settings = SettingsBinding.bind(PREFIX, PublisherSettings.class, Map.of());

        // When
        var families = new PublisherConfiguration().publisherFamilies(settings);

        // Then
        assertThat(families.of("Reuters", null)).isPresent();
        assertThat(families.all()).hasSameSizeAs(PublisherFamilies.bundled().all());
    }

    @Test
    void knows_the_families_of_a_file_beside_them() throws IOException {
        // When
        var families = families("owner phare Groupe du Phare\n  domain phare.example\n");

        // Then
        assertThat(families.of(null, "www.phare.example"))
                .map(PublisherFamily::id)
                .contains("phare");
        assertThat(families.of("Reuters", null)).isPresent();
    }

    @Test
    void a_file_that_repeats_a_bundled_name_is_refused_with_its_line() {
        assertThatThrownBy(() -> families("\nowner phare Groupe du Phare\n  name Reuters\n"))
                .hasMessageContaining("families.txt")
                .hasMessageContaining("line 3")
                .hasMessageContaining("family reuters has already");
    }

    @Test
    void a_file_that_is_none_is_refused_with_its_key() {
        assertThatThrownBy(() -> SettingsBinding.bind(
                        PREFIX, PublisherSettings.class, Map.of("families-file", "/nowhere/families.txt")))
                .extracting(SettingsBinding::reason)
                .asString()
                .contains("copytaster.publisher.families-file, got /nowhere/families.txt");
    }

    private PublisherFamilies families(String content) throws IOException {
        var file = Files.writeString(folder.resolve("families.txt"), content);
        var settings = SettingsBinding.bind(PREFIX, PublisherSettings.class, Map.of("families-file", file.toString()));
        return new PublisherConfiguration().publisherFamilies(settings);
    }
}
