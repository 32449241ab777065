package io.copytaster.ingest.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.copytaster.ingest.publisher.PublisherFamily.Kind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherFamiliesTest {

    private static final String FILE = """
        # a comment

        agency levant Agence du Levant
          name ADL
          domain levant.example
        owner phare Groupe du Phare
          name  Le  Phare
          domain phare.example
          domain sport.levant.example
        """;

    private final PublisherFamilies families = PublisherFamilies.read(FILE);

    @ParameterizedTest
    @CsvSource({
        "adl, levant",
        "AGENCE DU LEVANT, levant",
        "agence\u00A0du   levant, levant",
        "ＡＤＬ, levant",
        "le phare, phare",
        "Groupe du Phare, phare"
    })
    void knows_a_publisher_by_its_name_however_it_is_written(String name, String family) {
        // When
        var found = families.of(name, null);
        // Then
        assertThat(found).map(PublisherFamily::id).contains(family);
    }

    @ParameterizedTest
    @CsvSource({
        "levant.example, levant",
        "www.levant.example, levant",
        "a.b.LEVANT.example, levant",
        "sport.levant.example, phare",
        "www.sport.levant.example, phare"
    })
    void knows_a_publisher_by_the_nearest_domain_of_its_host(String host, String family) {
        // When
        var found = families.of(null, host);
        // Then
        assertThat(found).map(PublisherFamily::id).contains(family);
    }

    @ParameterizedTest
    @CsvSource({"otherlevant.example", "example", "''", "levant.example.org", ".", "..."})
    void knows_no_host_that_only_looks_alike(String host) {
        // When
        var found = families.of("Nobody", host);
        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void believes_the_name_before_the_host() {
        // When
        var found = families.of("ADL", "phare.example");
        // Then
        assertThat(found).contains(new PublisherFamily("levant", Kind.AGENCY, "Agence du Levant"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name X | line 1: expected a family before its names and domains, got x",
                "family x X | line 1: expected agency, owner, name or domain, got family",
                "owner x | line 1: expected an id and a name after owner, got x",
                "agency | line 1: expected an id and a name after agency, got nothing",
                "owner X X | line 1: expected a family id of lower-case letters, digits and hyphens, got \"X\"",
                "owner x X;name | line 2: expected a publisher's name, got nothing",
                "owner x X;domain Example.com | line 2: expected a domain in lower-case ASCII such as example.com, got"
                        + " Example.com",
                "owner x X;domain localhost | line 2: expected a domain in lower-case ASCII such as example.com, got"
                        + " localhost",
                "owner x X;owner x Y | line 2: expected an id that no other family has, got x",
                "owner x X;owner y x | line 2: expected a name or domain that is there once, got x, which family x has"
                        + " already",
                "owner x X;domain a.b;owner y Y;domain a.b | line 4: expected a name or domain that is there once, got"
                        + " a.b, which family x has already"
            })
    void names_the_line_and_the_fault_of_a_bad_file(String file, String complaint) {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublisherFamilies.read(file.replace(";", "\n")))
                .withMessage(complaint);
    }

    @Test
    void refuses_a_line_without_end() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublisherFamilies.read("owner x " + "x".repeat(1_000)))
                .withMessageStartingWith("line 1: expected at most");
    }

    @Test
    void brings_agencies_and_owners_of_many_languages() {
        // When
        PublisherFamilies bundled = PublisherFamilies.bundled();
        // Then
        assertThat(bundled.all())
                .hasSizeGreaterThan(100)
                .extracting(PublisherFamily::kind)
                .contains(Kind.values());
        assertThat(bundled.of("新华社", null)).isEqualTo(bundled.of(null, "www.news.cn"));
        assertThat(bundled.of("РИА Новости", null)).isEqualTo(bundled.of("Sputnik", "ria.ru"));
        assertThat(bundled.of("AFP", null)).map(PublisherFamily::kind).contains(Kind.AGENCY);
    }

    @Test
    void answers_whatever_it_is_asked() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder noise = new StringBuilder();
            random.ints(random.nextInt(600), 0, 0x3000).forEach(c -> noise.append((char) c));
            // When
            var found = families.of(noise.toString(), noise.toString());
            // Then
            assertThat(found).as("seed %d", seed).isEmpty();
        }
        assertThat(families.of(null, null)).isEmpty();
    }
}
