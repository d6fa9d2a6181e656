package io.tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The house stands as the design draws it (section 2): no arrow points up, and the domain is plain Java. A floor that is
 * not built yet has nothing to break.
 */
class LayeringTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tocsin");

    /** The packages of this module, lowest first, and what each may import besides the JDK and itself. */
    private enum Floor {
        PLACES("com.uber.h3core.."),
        INCIDENT("io.tocsin.places.."),
        NEWS("io.tocsin.incident..", "io.tocsin.places..", "opennlp.."),
        RESOLVE("io.tocsin.incident..", "io.tocsin.places..", "org.apache.commons.text.similarity.."),
        WATCH(
                "io.tocsin.incident..",
                "io.tocsin.places..",
                "com.fasterxml.jackson..",
                "org.yaml.snakeyaml..",
                "org.apache.commons.numbers.gamma..",
                "dev.cel..",
                "com.google.common.collect.."),
        SOURCES("io.tocsin.watch.."),
        BACKTEST(
                "io.tocsin.watch..",
                "io.tocsin.resolve..",
                "io.tocsin.news..",
                "io.tocsin.incident..",
                "io.tocsin.places.."),
        METRICS,
        TOPOLOGY,
        API,
        EMBEDDED,
        APP,
        CLI;

        @SuppressWarnings("ImmutableEnumChecker") // never handed out
        private final String[] mayImport;

        Floor(String... mayImport) {
            this.mayImport = mayImport;
        }

        String itself() {
            return "io.tocsin." + name().toLowerCase(Locale.ROOT) + "..";
        }

        String[] plainJava() {
            return Stream.concat(Stream.of("java..", itself()), Arrays.stream(mayImport))
                    .toArray(String[]::new);
        }

        static String[] all(Floor... floors) {
            return Stream.of(floors).map(Floor::itself).toArray(String[]::new);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PLACES", "INCIDENT", "NEWS", "RESOLVE", "WATCH", "SOURCES", "BACKTEST"})
    void aFloorOfTheDomainIsPlainJavaOnLowerFloors(Floor floor) {
        holds(classes()
                .that()
                .resideInAPackage(floor.itself())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(floor.plainJava()));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"PLACES", "INCIDENT", "NEWS", "RESOLVE", "WATCH", "SOURCES", "BACKTEST"})
    void aFloorOfTheDomainReadsNoClockAndLogsNothing(Floor floor) {
        holds(noClasses()
                .that()
                .resideInAPackage(floor.itself())
                .should()
                .accessTargetWhere(aClockIsRead())
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging.."));
    }

    @Test
    void theMetersKnowNothingOfWhatTheyMeasure() {
        holds(noClasses()
                .that()
                .resideInAPackage(Floor.METRICS.itself())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Floor.all(Floor.TOPOLOGY, Floor.API, Floor.EMBEDDED, Floor.APP, Floor.CLI)));
    }

    @Test
    void theTopologyKnowsNothingOfTheFloorsAboveIt() {
        holds(noClasses()
                .that()
                .resideInAPackage(Floor.TOPOLOGY.itself())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Floor.all(Floor.API, Floor.EMBEDDED, Floor.APP, Floor.CLI)));
    }

    @Test
    void theFacesReadTheirOwnModelAndNotTheTopology() {
        holds(noClasses()
                .that()
                .resideInAPackage(Floor.API.itself())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Floor.all(Floor.TOPOLOGY, Floor.RESOLVE, Floor.NEWS, Floor.EMBEDDED, Floor.APP, Floor.CLI)));
    }

    @Test
    void theEmbeddedStackKnowsNothingOfWhatRunsOnIt() {
        holds(noClasses()
                .that()
                .resideInAPackage(Floor.EMBEDDED.itself())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Floor.all(Floor.TOPOLOGY, Floor.API, Floor.APP, Floor.CLI)));
    }

    @Test
    void theConnectorsKnowNothingOfThisModule() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.tocsin.connectors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Floor.all(Floor.values())));
    }

    @Test
    void theContractKnowsNothingOfThoseWhoKeepIt() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.tocsin.schemas..", "io.tocsin.avro..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Floor.all(Floor.values()))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.tocsin.connectors.."));
    }

    /** Checks the check: a rule that finds nothing because it looks at nothing would hold as well. */
    @Test
    void wouldNoticeAClock() {
        ArchRule noClock = noClasses().should().accessTargetWhere(aClockIsRead());

        assertThatThrownBy(() -> noClock.check(new ClassFileImporter().importClasses(ReadsClocks.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("(4 times)");
    }

    private static DescribedPredicate<JavaAccess<?>> aClockIsRead() {
        Set<String> readings = Set.of("now", "currentTimeMillis", "nanoTime");
        return describe("a clock is read", access -> {
            AccessTarget target = access.getTarget();
            boolean newDate = target.getOwner().isEquivalentTo(Date.class)
                    && target.getName().equals("<init>");
            boolean reading = readings.contains(target.getName())
                    && (target.getOwner().getPackageName().equals("java.time")
                            || target.getOwner().isEquivalentTo(System.class));
            return reading || newDate;
        });
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    /** What the domain must not do. */
    @SuppressWarnings({"unused", "JavaUtilDate"})
    private static final class ReadsClocks {
        private final Supplier<Instant> referred = Instant::now;
        private final LocalDate day = LocalDate.now(ZoneOffset.UTC);
        private final long millis = System.currentTimeMillis();
        private final Date date = new Date();
    }
}
