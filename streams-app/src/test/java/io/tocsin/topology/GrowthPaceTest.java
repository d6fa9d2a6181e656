package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.AlertIncident;
import io.tocsin.avro.Transition;
import io.tocsin.incident.Report;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert that only grows says so at most once in so long; what it says to people, and in the end, is the same. */
class GrowthPaceTest {

    private static final long SCHEDULES = Long.getLong("tocsin.schedules", 250);
    private static final int STEPS = 40;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PACE = Duration.ofSeconds(3);

    /** What the two of a kind must agree in: all but the number, and when which report caused it. */
    private record Said(
            String id,
            Transition transition,
            Object severity,
            Object counts,
            Object window,
            Object episode,
            Object explainedBy,
            List<String> incidents) {

        static Said of(Alert alert) {
            return new Said(
                    alert.getId(),
                    alert.getTransition(),
                    alert.getSeverity(),
                    alert.getCounts(),
                    alert.getWindow(),
                    alert.getEpisode(),
                    alert.getExplainedBy(),
                    alert.getIncidents().stream().map(AlertIncident::getId).toList());
        }
    }

    @Test
    void saysAtOnceWhatIsNotGrowthAloneAndTheRestWithOneTransition() {
        try (Harness harness = Harness.sayingGrowth(PACE)) {
            harness.rule(
                    aRule().level(Severity.WATCH, 2).level(Severity.WARNING, 6).build());
            Reports reports = new Reports(new Random(0));
            Stream.of(1, 2, 3, 4).forEach(number -> harness.report(reports.next("Balad", harness.now())));

            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);
            harness.pass(TICK);
            assertThat(harness.alerts()).isEmpty();
            harness.pass(PACE.minus(TICK));
            List<Alert> grown = harness.alerts();
            assertThat(grown).extracting(Alert::getTransition).containsExactly(Transition.GREW);
            assertThat(grown.get(0).getCounts().getIncidents()).isEqualTo(4);
            assertThat(grown.get(0).getIncidents()).hasSize(4);

            harness.report(reports.next("Balad", harness.now()));
            harness.report(reports.next("Balad", harness.now()));
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.ESCALATED);
            harness.pass(PACE);
            assertThat(harness.alerts()).isEmpty();
            harness.report(reports.next("Balad", harness.now()));
            assertThat(harness.alerts())
                    .as("long after the last transition")
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.GREW);
        }
    }

    @Test
    void saysMoreOfWhatIsOverWithOneTransition() {
        try (Harness harness = Harness.sayingGrowth(PACE)) {
            harness.rule(aRule().level(Severity.WATCH, 2).build());
            Reports reports = new Reports(new Random(0));
            Instant longAgo = harness.now().minus(Duration.ofDays(100));
            Stream.of(1, 2).forEach(number -> harness.report(reports.next("Balad", longAgo)));
            harness.pass(Duration.ofHours(1));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.RESOLVED);

            Stream.of(3, 4, 5).forEach(number -> harness.report(reports.next("Balad", longAgo)));
            assertThat(harness.alerts()).isEmpty();
            harness.pass(PACE);
            assertThat(harness.alerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getTransition()).isEqualTo(Transition.RESOLVED);
                assertThat(alert.getNotify()).isFalse();
                assertThat(alert.getCounts().getIncidents()).isEqualTo(5);
            });
        }
    }

    @Test
    void waitsForNothingByAClockThatIsSetBack() {
        try (Harness harness = Harness.sayingGrowth(PACE)) {
            harness.rule(aRule().level(Severity.WATCH, 2).build());
            Reports reports = new Reports(new Random(0));
            Instant now = harness.now();
            harness.report(reports.next("Balad", now));
            harness.report(reports.next("Balad", now));
            harness.alerts();
            harness.setClock(now.minus(Duration.ofHours(1)));
            harness.report(reports.next("Balad", now));

            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.GREW);
        }
    }

    @Test
    void tellsPeopleTheSameAndInTheEndEveryone() {
        int unsaid = 0;
        for (long seed = 0; seed < SCHEDULES; seed++) {
            try (Twins twins = new Twins(seed)) {
                twins.run();
                unsaid += twins.every.size() - twins.paced.size();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.printf("%d schedules: %d transitions fewer%n", SCHEDULES, unsaid);
        assertThat(unsaid).isPositive();
    }

    /** One that says each growth, and one that waits, under the same schedule. */
    private static final class Twins implements AutoCloseable {
        private final Random random;
        private final Reports reports;
        private Harness eager = Harness.sayingGrowth(Duration.ZERO);
        private Harness patient = Harness.sayingGrowth(PACE);
        private final List<Report> sent = new ArrayList<>();
        private final List<Alert> every = new ArrayList<>();
        private final List<Alert> paced = new ArrayList<>();
        private final Published everyone = new Published();
        private final Published waiting = new Published();

        Twins(long seed) {
            random = new Random(seed);
            reports = new Reports(random);
        }

        void run() {
            for (Rule rule : rules()) {
                eager.rule(rule);
                patient.rule(rule);
            }
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(12)) {
                    case 0, 1 -> pass(TICK);
                    case 2 -> pass(Duration.ofHours(random.nextInt(30)));
                    case 3 -> restart();
                    case 4 -> retract();
                    default -> report(reports.next("Site " + random.nextInt(2), eager.now()));
                }
                read();
            }
            pass(PACE);
            read();
            assertThat(told(paced)).isEqualTo(told(every));
            assertThat(last(paced)).isEqualTo(last(every));
            assertThat(paced).hasSizeLessThanOrEqualTo(every.size());
            growsAtItsPace();
        }

        private void growsAtItsPace() {
            Map<String, Instant> before = new HashMap<>();
            for (Alert alert : paced) {
                Instant at = alert.getTimes().getAnnounced();
                Instant last = before.put(alert.getId(), at);
                if (alert.getTransition() == Transition.GREW && !alert.getNotify() && alert.getExplainedBy() == null) {
                    assertThat(at).isAfterOrEqualTo(last.plus(PACE));
                }
            }
        }

        private void report(Report report) {
            sent.add(report);
            eager.report(report);
            patient.report(report);
        }

        private void retract() {
            if (!sent.isEmpty()) {
                report(retraction(sent.get(random.nextInt(sent.size()))));
            }
        }

        private void restart() {
            eager = eager.restarted(TICK);
            patient = patient.restarted(TICK);
        }

        private void pass(Duration time) {
            eager.pass(time);
            patient.pass(time);
        }

        private void read() {
            List<Alert> said = eager.alerts();
            List<Alert> later = patient.alerts();
            everyone.all(eager.incidents(), said);
            waiting.all(patient.incidents(), later);
            every.addAll(said);
            paced.addAll(later);
        }

        /** Nested scopes, or reminders: which of several is said first in one tick may differ, and so what explains which. */
        private List<Rule> rules() {
            boolean nested = random.nextBoolean();
            return Stream.of(PlaceLevel.SITE, PlaceLevel.COUNTRY)
                    .limit(nested ? 2 : 1)
                    .map(level -> aRule().id(level.name().toLowerCase(Locale.ROOT))
                            .per(new Per.Areas(level))
                            .within(Duration.ofHours(6))
                            .level(Severity.WATCH, 2)
                            .level(Severity.WARNING, 6)
                            .quiet(Duration.ofHours(1 + random.nextInt(6)))
                            .remind(nested ? Optional.empty() : Optional.of(Duration.ofHours(2)))
                            .build())
                    .toList();
        }

        @Override
        public void close() {
            eager.close();
            patient.close();
        }
    }

    private static Report retraction(Report of) {
        return aReport()
                .id(of.id().id())
                .revision(1)
                .retracted()
                .when(of.occurrence())
                .published(of.publishedAt())
                .in(of.place())
                .build();
    }

    /** What people were told of each alert, one after the other. */
    private static Map<String, List<Said>> told(List<Alert> alerts) {
        return alerts.stream().filter(Alert::getNotify).map(Said::of).collect(Collectors.groupingBy(Said::id));
    }

    private static Map<String, Said> last(List<Alert> alerts) {
        Map<String, Said> last = new HashMap<>();
        alerts.forEach(alert -> last.put(alert.getId(), Said.of(alert)));
        return last;
    }

    /** New ones, each of an incident of its own, at sites in one place. */
    private static final class Reports {
        private final Random random;
        private int number;

        Reports(Random random) {
            this.random = random;
        }

        Report next(String site, Instant now) {
            return aReport()
                    .id("r" + number++)
                    .at(now.minus(Duration.ofMinutes(random.nextInt(8 * 60))))
                    .published(now)
                    .in(site("IQ", "P", "D", site))
                    .build();
        }
    }
}
