package io.copytaster.systemtests.sources;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The drawing of the house as rules: rooms, doors, exits, and where frameworks may appear. */
final class RoomRules {

    private static final String[] SERVICES = {
        "io.copytaster.ingest..", "io.copytaster.enrichment..", "io.copytaster.alert..", "io.copytaster.wrong.."
    };
    private static final Pattern DOOR = Pattern.compile("io\\.copytaster\\.\\w+\\.(feed|intake|listen)");
    private static final Pattern EXIT = Pattern.compile("io\\.copytaster\\.\\w+\\.(publish|delivery|live)");
    private static final Pattern ROOT = Pattern.compile("io\\.copytaster\\.(ingest|enrichment|alert|wrong)");
    private static final Pattern EDGE_NAME = Pattern.compile(
            "(Postgres\\w+|\\w+(Application|Configuration|Settings|Controller|Listener|Client|Publisher|Poller|Filter|Health|Command|FailureAnalyzer))");
    private static final Pattern VAGUE_NAME = Pattern.compile(
            "\\w*(Manager|Helpers?|Utils?|Impl|Info|Data|Handler|Processor|DTO|Dto)|(Abstract|Default|Base|I)[A-Z]\\w*");
    private static final int MOST_TYPES_IN_A_ROOM = 12;

    private RoomRules() {}

    static ArchRule noCycles() {
        return slices().matching("io.copytaster.(**)").should().beFreeOfCycles();
    }

    static ArchRule nobodyImportsADoor() {
        return noClasses()
                .that(are("outside the door", room -> !isDoor(room)))
                .should()
                .dependOnClassesThat(are("a door", RoomRules::isDoor));
    }

    static ArchRule exitsImportRoomsOnly() {
        return noClasses()
                .that(are("an exit", RoomRules::isExit))
                .should()
                .dependOnClassesThat(are("a pipeline or a door", type -> isRoot(type) || isDoor(type)));
    }

    static ArchRule roomsImportNeitherExitNorPipeline() {
        return noClasses()
                .that(are("a room", RoomRules::isRoom))
                .should()
                .dependOnClassesThat(
                        are("an exit, a pipeline or a door", type -> isRoot(type) || isDoor(type) || isExit(type)));
    }

    static ArchRule frameworksAppearOnlyWhereTheNameSaysSo() {
        return noClasses()
                .that(resideInAnyPackage(SERVICES))
                .and(are("not named after an edge", type -> !isEdge(type)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "reactor..",
                        "io.netty..",
                        "java.sql..",
                        "javax.sql.."));
    }

    static ArchRule recordsOfTheStreamsStopAtDoorsAndExits() {
        return noClasses()
                .that(resideInAnyPackage(SERVICES))
                .and(are("a room or a pipeline, and no edge", type -> (isRoom(type) || isRoot(type)) && !isEdge(type)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.copytaster.event..",
                        "io.copytaster.wire..",
                        "io.copytaster.stream..",
                        "org.apache.avro.."));
    }

    static ArchRule textIsPlainJava() {
        return classes()
                .that(resideInAPackage("io.copytaster.text.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.copytaster.text..", "java..", "org.jspecify.."));
    }

    static ArchRule servicesKnowNothingOfEachOther() {
        return slices().matching("io.copytaster.(ingest|enrichment|alert|wrong)..")
                .should()
                .notDependOnEachOther();
    }

    static ArchRule noVagueNames() {
        return noClasses().should(new ArchCondition<>("have a vague name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean vague = !type.isAnonymousClass()
                        && VAGUE_NAME.matcher(type.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(type, vague, type.getName()));
            }
        });
    }

    static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat(are("java.util.Date", type -> "java.util.Date".equals(type.getName())));
    }

    static ArchRule constructorsInject() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");
    }

    static ArchRule roomsAreNotCrowded() {
        return classes()
                .that(are("written by us", type -> !"io.copytaster.event".equals(type.getPackageName())))
                .should(new ArchCondition<>("share a room with at most " + (MOST_TYPES_IN_A_ROOM - 1) + " others") {
                    private final Map<String, Integer> types = new HashMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.isTopLevelClass() && !"package-info".equals(type.getSimpleName())) {
                            int count = types.merge(type.getPackageName(), 1, Integer::sum);
                            events.add(new SimpleConditionEvent(
                                    type,
                                    count <= MOST_TYPES_IN_A_ROOM,
                                    type.getPackageName() + " has " + count + " types"));
                        }
                    }
                });
    }

    private static boolean isDoor(JavaClass type) {
        return DOOR.matcher(type.getPackageName()).matches();
    }

    private static boolean isExit(JavaClass type) {
        return EXIT.matcher(type.getPackageName()).matches();
    }

    private static boolean isRoot(JavaClass type) {
        return ROOT.matcher(type.getPackageName()).matches();
    }

    private static boolean isRoom(JavaClass type) {
        var name = type.getPackageName();
        return !isDoor(type)
                && !isExit(type)
                && !isRoot(type)
                && ROOT.matcher(name.replaceFirst("\\.\\w+$", "")).matches();
    }

    private static boolean isEdge(JavaClass type) {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return EDGE_NAME.matcher(outermost.getSimpleName()).matches()
                || "package-info".equals(outermost.getSimpleName());
    }

    private static DescribedPredicate<JavaClass> are(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return describe(description, predicate);
    }
}
