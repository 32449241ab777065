package io.copytaster.systemtests.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.copytaster");
    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages("io.copytaster.wrong");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                Named.of("no cycles", RoomRules.noCycles()),
                Named.of("nobody imports a door", RoomRules.nobodyImportsADoor()),
                Named.of("exits import rooms only", RoomRules.exitsImportRoomsOnly()),
                Named.of("rooms import neither exit nor pipeline", RoomRules.roomsImportNeitherExitNorPipeline()),
                Named.of("frameworks only where the name says so", RoomRules.frameworksAppearOnlyWhereTheNameSaysSo()),
                Named.of("stream records stop at doors and exits", RoomRules.recordsOfTheStreamsStopAtDoorsAndExits()),
                Named.of("no vague names", RoomRules.noVagueNames()),
                Named.of("time comes from a clock", RoomRules.timeComesFromAClock()),
                Named.of("constructors inject", RoomRules.constructorsInject()),
                Named.of("rooms are not crowded", RoomRules.roomsAreNotCrowded()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule) {
        // When
        assertThatCode(() -> rule.check(HOUSE))
                // Then
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_house_built_wrongly_breaks_the_rule(ArchRule rule) {
        // When
        var result = rule.evaluate(WRONG_HOUSE);

        // Then
        assertThat(result.hasViolation()).isTrue();
    }

    @Test
    void text_is_plain_java() {
        RoomRules.textIsPlainJava().check(HOUSE);
    }

    @Test
    void services_know_nothing_of_each_other() {
        RoomRules.servicesKnowNothingOfEachOther().check(HOUSE);
    }
}
