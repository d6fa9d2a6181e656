package io.tocsin.incident;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Perpetrator.Attribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each constraint of each record, broken once. */
class ConstraintsTest {

    private static final Instant NOON = Instant.parse("2021-05-04T12:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("broken")
    void refusesNonsenseAndNamesTheField(String field, String reason, ThrowingCallable nonsense) {
        assertThatThrownBy(nonsense)
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageStartingWith(field + ": ")
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("id", "missing or blank", () -> new ReportId("acled", " ")),
                broken("id", "missing or blank", () -> new ReportId("acled", null)),
                broken("id", "257 characters", () -> new ReportId("acled", "x".repeat(257))),
                broken("id", "NUL", () -> new ReportId("acled", "a\0b")),
                broken("source.id", "missing or blank", () -> new ReportId("", "1")),
                broken("source.id", "missing or blank", () -> new Source("", Source.Kind.NEWS, 0.5)),
                broken("source.reliability", "1.5", () -> new Source("acled", Source.Kind.NEWS, 1.5)),
                broken("source.reliability", "-0.1", () -> new Source("acled", Source.Kind.NEWS, -0.1)),
                broken("source.reliability", "NaN", () -> new Source("acled", Source.Kind.NEWS, Double.NaN)),
                broken("occurrence.from", "missing", () -> new Occurrence(null, NOON, TimePrecision.DAY)),
                broken("occurrence.until", "missing", () -> new Occurrence(NOON, null, TimePrecision.DAY)),
                broken("occurrence.until", "before", () -> occurrence("2021-05-04T12:00:00Z", "2021-05-04T11:59:59Z")),
                broken("occurrence.from", "1800", () -> occurrence("1799-12-31T23:59:59Z", "2021-05-04T12:00:00Z")),
                broken("occurrence.until", "2199", () -> occurrence("2021-05-04T12:00:00Z", "2200-01-01T00:00:00Z")),
                broken("perpetrator.name", "blank", () -> new Perpetrator(" ", Attribution.CLAIMED)),
                broken("target.name", "blank", () -> target(Optional.of(""), Optional.empty())),
                broken("target.affiliation", "513", () -> target(Optional.empty(), Optional.of("x".repeat(513)))),
                broken("evidence.quote", "blank", () -> new Evidence(Optional.of(" "), Optional.empty())),
                broken("evidence.quote", "8001", () -> new Evidence(Optional.of("x".repeat(8_001)), Optional.empty())),
                broken("evidence.url", "4001", () -> new Evidence(Optional.empty(), Optional.of("x".repeat(4_001)))),
                broken("casualties", "low -1", () -> estimate(-1, 1, 1)),
                broken("casualties", "low 10000001", () -> Estimate.of(10_000_001)),
                report("revision", "negative", aReport().revision(-1)),
                report("publishedAt", "1800", aReport().published("1700-01-01T00:00:00Z")),
                report("origins", "101 entries", aReport().origins(Collections.nCopies(101, "AFP"))),
                report("origins", "blank", aReport().origins(" ")),
                report("quantity", "-1", aReport().quantity(-1)),
                report("quantity", "10000001", aReport().quantity(10_000_001)),
                report("summary", "4001 characters", aReport().summary("x".repeat(4_001))),
                report("tags", "101 entries", aReport().tags(Collections.nCopies(101, "night"))),
                report("tags", "blank", aReport().tags(List.of(""))),
                report("attributes", "101 entries", aReport().attributes(attributes(101))),
                report("attributes", "blank", aReport().attributes(Map.of(" ", "value"))),
                report("attributes.note", "8001", aReport().attributes(Map.of("note", "x".repeat(8_001)))),
                broken(
                        "occurrence.from",
                        "future",
                        () -> aReport()
                                .at("2021-05-05T12:00:01Z")
                                .published("2021-05-04T12:00:00Z")
                                .build()
                                .requireNotAfter(NOON, Duration.ofDays(1))),
                broken(
                        "publishedAt",
                        "future",
                        () -> aReport()
                                .published("2021-05-05T12:00:01Z")
                                .build()
                                .requireNotAfter(NOON, Duration.ofDays(1))));
    }

    @Test
    void takesAReportThatReachesEveryLimit() {
        ReportBuilder atTheLimit = aReport()
                .id("x".repeat(256))
                .origins(Collections.nCopies(100, "x".repeat(512)))
                .tags(Collections.nCopies(100, "x".repeat(512)))
                .summary("x".repeat(4_000))
                .quantity(10_000_000)
                .killed(10_000_000)
                .evidence("x".repeat(8_000), "x".repeat(4_000))
                .attributes(attributes(100))
                .published("2021-05-05T12:00:00Z");

        assertThatCode(() -> atTheLimit.build().requireNotAfter(NOON, Duration.ofDays(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void takesAnOccurrenceOfNoLength() {
        assertThat(new Occurrence(NOON, NOON, TimePrecision.MINUTE).instant()).isEqualTo(NOON);
    }

    @Test
    void countsAnOccurrenceInItsMiddle() {
        assertThat(occurrence("2021-05-04T00:00:00Z", "2021-05-05T00:00:00Z").instant())
                .isEqualTo(NOON);
        assertThat(occurrence("1969-12-31T23:59:59.998Z", "1969-12-31T23:59:59.999Z")
                        .instant())
                .isEqualTo("1969-12-31T23:59:59.998Z");
    }

    @Test
    void countsPeopleByTheBestNumberElseTheLowElseTheHigh() {
        assertThat(estimate(1, 2, 3).count()).isEqualTo(2);
        assertThat(new Estimate(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(3)).count())
                .isEqualTo(1);
        assertThat(new Estimate(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(3)).count())
                .isEqualTo(3);
        assertThat(Estimate.NONE.count()).isZero();
    }

    @Test
    void keepsNothingThatCanBeChangedFromOutside() {
        Map<String, String> attributes = new HashMap<>(Map.of("a", "1"));
        Report report = aReport().attributes(attributes).build();

        attributes.put("b", "2");

        assertThat(report.attributes()).containsExactly(Map.entry("a", "1"));
        assertThatThrownBy(() -> report.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesAChangeOfNothingIntoNothing() {
        assertThatThrownBy(() -> new IncidentChange("inc-1", 0, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inc-1");
    }

    @Test
    void refusesAnIncidentWithoutAReport() {
        assertThatThrownBy(() -> new Incident(
                        "inc-1",
                        0,
                        occurrence("2021-05-04T00:00:00Z", "2021-05-05T00:00:00Z"),
                        Category.ROCKET,
                        ReportBuilder.BALAD,
                        Optional.empty(),
                        Optional.empty(),
                        Casualties.NONE,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0.5,
                        NOON,
                        NOON))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refused -> assertThat(refused.field()).isEqualTo("members"));
    }

    @Test
    void findsEveryCategoryFamilyAndTargetKindByItsLabel() {
        assertThat(Category.values())
                .allSatisfy(c -> assertThat(Category.of(c.label())).contains(c));
        assertThat(Family.values())
                .allSatisfy(f -> assertThat(Family.of(f.label())).contains(f));
        assertThat(TargetKind.values())
                .allSatisfy(k -> assertThat(TargetKind.of(k.label())).contains(k));
        assertThat(Category.of("ROCKET")).isEmpty();
    }

    private static Arguments broken(String field, String reason, ThrowingCallable nonsense) {
        return arguments(field, reason, nonsense);
    }

    private static Arguments report(String field, String reason, ReportBuilder nonsense) {
        return broken(field, reason, nonsense::build);
    }

    private static Occurrence occurrence(String from, String until) {
        return new Occurrence(Instant.parse(from), Instant.parse(until), TimePrecision.DAY);
    }

    private static Target target(Optional<String> name, Optional<String> affiliation) {
        return new Target(TargetKind.BASE, name, affiliation);
    }

    private static Estimate estimate(int low, int best, int high) {
        return new Estimate(OptionalInt.of(low), OptionalInt.of(best), OptionalInt.of(high));
    }

    private static Map<String, String> attributes(int number) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < number; i++) {
            attributes.put("name-" + i, "value");
        }
        return attributes;
    }
}
