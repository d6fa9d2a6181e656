package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.topology.History.SETTLED_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.metrics.Meters;
import io.tocsin.places.Place;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What lies too far back leaves the state, and what was announced stays as it was. */
class RetentionTest {

    private static final int SPAN = 60;
    private static final LocalDate FIRST = LocalDate.parse("2021-01-01");
    private static final String RULE = """
            - id: two
              title: Two
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 2}]
              quiet: 3d
            """;

    private final Harness harness =
            Harness.remembering(new History(Duration.ofDays(SPAN), 1_000_000, Duration.ofDays(SPAN)));

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void takesNothingInThatLiesTooFarBack() {
        harness.report(on(SPAN).id("new").build());
        harness.report(on(-1).published(noon(SPAN)).id("old").build());
        harness.report(on(1).published(noon(SPAN)).id("late").build());

        assertThat(harness.incidents()).hasSize(2);
        assertThat(outcome("too-old")).isEqualTo(1);
    }

    @Test
    void forgetsWhatCanNoLongerChange() {
        for (int day = 0; day < 4 * SPAN; day++) {
            harness.report(on(day).id("r" + day).build());
            harness.pass(Duration.ofSeconds(1));
        }

        int kept = SPAN + SETTLED_DAYS;
        assertThat(remembered()).isBetween((double) kept - 1, (double) kept + 1);
        assertThat(harness.size(Stores.REPORTS)).isBetween(kept - 1, kept + 1);
        assertThat(harness.size(Stores.LEDGER)).isBetween(kept - 1, kept + 1);
    }

    @Test
    void leavesAlertsAsTheyWereAndForgetsThemWithTheirIncidents() {
        harness.rules(RULE);
        harness.report(on(0).id("a").build());
        harness.report(on(1).id("b").build());
        for (int day = 10; day < SPAN + SETTLED_DAYS + 10; day++) {
            harness.report(on(day).id("r" + day).in(elsewhere(day)).build());
            harness.pass(Duration.ofSeconds(1));
        }
        assertThat(harness.alerts())
                .extracting(Alert::getTransition)
                .containsExactly(Transition.OPENED, Transition.RESOLVED);
        assertThat(harness.kept("two")).isEmpty();

        harness.rules(RULE.replace("incidents: 2", "incidents: 3"));
        harness.pass(Duration.ofSeconds(1));

        assertThat(harness.alerts()).isEmpty();
    }

    @Test
    void holdsNoMoreReportsThanItMay() {
        try (Harness small = Harness.remembering(new History(Duration.ofDays(10_000), 50, Duration.ofDays(10_000)))) {
            for (int day = 0; day < 200; day++) {
                small.report(on(day).id("r" + day).build());
                small.pass(Duration.ofSeconds(1));
            }
            assertThat(small.size(Stores.REPORTS)).isEqualTo(50);

            small.report(on(151).published(noon(200))
                    .id("of a day that is about to leave")
                    .build());
            assertThat(small.meters()
                            .get(Meters.Meter.REPORTS.meterName())
                            .tag("outcome", "too-old")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    private static ReportBuilder on(int day) {
        return aReport().on(FIRST.plusDays(day).toString()).published(noon(day));
    }

    private static String noon(int day) {
        return FIRST.plusDays(day) + "T12:00:00Z";
    }

    private static Place elsewhere(int day) {
        return ReportBuilder.site("IQ", "P", "D", "Site " + day);
    }

    private double outcome(String label) {
        return harness.meters()
                .get(Meters.Meter.REPORTS.meterName())
                .tag("outcome", label)
                .counter()
                .count();
    }

    private double remembered() {
        return harness.meters()
                .get(Meters.Meter.REPORTS_REMEMBERED.meterName())
                .gauge()
                .value();
    }
}
