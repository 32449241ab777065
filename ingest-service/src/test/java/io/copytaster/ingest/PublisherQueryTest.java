package io.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Publishers over HTTP. */
class PublisherQueryTest {

    private final IngestServer service = IngestServer.shared();

    @Test
    void all_families_are_listed() {
        // When
        var ids = ids("");

        // Then
        assertThat(ids).contains("reuters", "tass", "le-monde").doesNotHaveDuplicates();
    }

    @Test
    void a_name_or_an_address_leads_to_its_family() {
        // When
        var found = List.of(
                ids("?name=" + encoded("Agence France-Presse")),
                ids("?url=" + encoded("https://www.lemonde.fr/a?b=c")),
                ids("?name=Nobody&url=" + encoded("https://tass.ru/x")),
                ids("?name=Nobody"));

        // Then
        assertThat(found).containsExactly(List.of("afp"), List.of("le-monde"), List.of("tass"), List.of());
    }

    @Test
    void what_is_no_address_is_refused() {
        // When
        var said = service.get("api/v1/publishers?url=nonsense");

        // Then
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text("field")).isEqualTo("url");
    }

    private List<String> ids(String query) {
        return service.get("api/v1/publishers" + query)
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString(""))
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
