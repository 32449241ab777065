package io.copytaster.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copytaster.enrichment.catalogue.CatalogueFile;
import io.copytaster.enrichment.catalogue.InvalidCatalogueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFilesAreReadStrictlyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "[{id: wd:7747, kind: person, label: x, names: {fr: [x]}}] | entities/test.yaml:1: entity id must look"
                        + " like wd:Q7747",
                "[{id: wd:Q1, kind: people, label: x, names: {fr: [x]}}] | entry wd:Q1: unknown value 'people'; known"
                        + " are [person,",
                "[{id: wd:Q1, kind: person, names: {fr: [x]}}] | entry wd:Q1: an entity needs 'label'",
                "[{id: wd:Q1, kind: person, label: x, names: {}}] | an entity needs at least one name",
                "[{id: wd:Q1, kind: person, label: x, nmaes: {}}] | unknown key 'nmaes'; known are [demonyms, id,"
                        + " kind, label, names]",
                "[{id: wd:Q1, kind: person, label: x, names: {French: [x]}}] | language 'French' must be a BCP 47"
                        + " primary subtag",
                "[{id: wd:Q1, kind: person, label: x, names: {fr: ['…']}}] | '…' needs a letter or digit",
                "[{id: wd:Q1, kind: person, label: x, names: {fr: [no]}}] | 'no' is no text to YAML; put it in quotes",
                "[{id: wd:Q1, kind: person, label: x, names: {fr: x}}] | expected a list, got scalar",
                "[{id: wd:Q1, kind: person, label: x, names: {fr: [{case: any}]}}] | a name needs 'text'",
                "[{id: wd:Q1, kind: person, label: x, names: {fr: [{text: x, strenght: weak}]}}] | unknown key"
                        + " 'strenght'",
                "[{id: wd:Q1, id: wd:Q2}] | key 'id' occurs twice",
                "[{id: wd:Q1 | entities/test.yaml:1: no YAML"
            })
    void refuses_what_it_does_not_understand_and_says_where_and_why(String yaml, String reason) {
        // Given
        List<CatalogueFile> files = List.of(new CatalogueFile("entities/test.yaml", yaml));
        // When, Then
        assertThatThrownBy(() -> Catalogue.of(files))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessageStartingWith("entities/test.yaml:1")
                .hasMessageContaining(reason);
    }

    @Test
    void refuses_an_entity_that_occurs_in_two_files_and_names_the_second() {
        // Given
        List<CatalogueFile> files = List.of(
                new CatalogueFile("entities/a.yaml", SmallCatalogue.BANK),
                new CatalogueFile("entities/b.yaml", "\n\n" + SmallCatalogue.BANK));
        // When, Then
        assertThatThrownBy(() -> Catalogue.of(files))
                .hasMessage("entities/b.yaml:3, entry wd:Q205012: id wd:Q205012 occurs twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: gpu, label: GPU, threshold: 1, cues: {fr: [{text: GPU, anchor: false}]}} | a topic needs at"
                        + " least one anchor",
                "{id: gpu, label: GPU, threshold: high, cues: {fr: [GPU]}} | entry gpu: expected a number",
                "{id: gpu, label: GPU, cues: {fr: [GPU]}} | a topic needs 'threshold'",
                "{id: gpu, label: GPU, threshold: 1, cues: {fr: [GPU]}, entities: [{id: wd:Q1}]} | entity wd:Q1 is not"
                        + " in the catalogue",
                "{id: GPU, label: GPU, threshold: 1, cues: {fr: [GPU]}} | topic id must be lower case letters"
            })
    void refuses_topics_that_could_never_be_given(String topic, String reason) {
        // Given a topic beside a valid entity
        // When, Then
        assertThatThrownBy(() -> SmallCatalogue.of(SmallCatalogue.BANK, topic))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_version_ignores_comments_and_the_order_of_keys_and_files() {
        // Given
        String reordered = """
            # the bank
            - label: Sberbank
              names: {fr: [Sberbank], ru: [Сбербанк]}
              kind: organisation
              id: wd:Q205012
            """;
        // When
        var version = SmallCatalogue.of(reordered).version();
        // Then
        assertThat(version).isEqualTo(SmallCatalogue.of(SmallCatalogue.BANK).version());
        assertThat(version.value()).hasSize(64);
    }

    @Test
    void the_version_changes_with_a_name() {
        // Given
        String changed = SmallCatalogue.BANK.replace("[Sberbank]", "[Sberbank, Sber]");
        // When
        var version = SmallCatalogue.of(changed).version();
        // Then
        assertThat(version).isNotEqualTo(SmallCatalogue.of(SmallCatalogue.BANK).version());
    }

    @Test
    void finds_entities_by_a_part_of_a_name_in_any_spelling() {
        // Given
        Catalogue catalogue = SmallCatalogue.of(SmallCatalogue.BANK);
        // When
        var found = catalogue.entities().search("сБЕРб", 10);
        // Then
        assertThat(found).extracting(entity -> entity.id().value()).isEqualTo(List.of("wd:Q205012"));
    }
}
