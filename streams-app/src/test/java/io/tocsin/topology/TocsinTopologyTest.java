package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.Transition;
import io.tocsin.schemas.json.JsonForm;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TocsinTopologyTest {

    private static final String RULE = """
            - id: three
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 3}]
              quiet: 3d
            """;

    @Test
    void opensOneAlertForThreeAttacksInThreeDaysAndResolvesItWhenQuiet() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rules(RULE);

            for (int day = 2; day <= 6; day++) {
                harness.report(report("x:" + day, LocalDate.of(2021, 5, day)));
            }
            harness.report(report("x:late", LocalDate.of(2021, 6, 1)));

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.GREW, Transition.GREW, Transition.RESOLVED);
            assertThat(harness.incidents()).hasSize(6);
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void opensOneAlertForFiveAttacksInOneWindow() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rules(RULE);

            for (int hour = 1; hour <= 5; hour++) {
                harness.report(aReport()
                        .id("r" + hour)
                        .at("2021-05-04T0" + hour + ":00:00Z")
                        .build());
                harness.report(aReport()
                        .id("r" + hour)
                        .at("2021-05-04T0" + hour + ":00:00Z")
                        .build());
            }

            assertThat(harness.alerts())
                    .filteredOn(alert -> alert.getTransition() == Transition.OPENED)
                    .hasSize(1);
            assertThat(harness.incidents()).hasSize(5);
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void endsSilentlyInTheSameStateWhateverTheSourcesRepeat() {
        try (Harness harness = Harness.onWallTime()) {
            harness.rules(RULE);
            for (int round = 0; round < 3; round++) {
                for (int day = 1; day <= 5; day++) {
                    harness.report(
                            aReport().id("r" + day).on("2023-12-3" + (day % 2)).build());
                }
            }

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.GREW, Transition.GREW);
            assertThat(harness.incidents()).hasSize(5);
        }
    }

    @Test
    void withdrawsTheAlertWhenAReportIsTakenBack() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rules(RULE);
            for (int day = 2; day <= 4; day++) {
                harness.report(report("x:" + day, LocalDate.of(2021, 5, day)));
            }

            Report gone = report("x:3", LocalDate.of(2021, 5, 3));
            gone.setRevision(1);
            gone.setStatus(ReportStatus.RETRACTED);
            harness.report(gone);

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.WITHDRAWN);
        }
    }

    @Test
    void aRuleLooksBackOverIncidentsAlreadyKnown() {
        try (Harness harness = Harness.onStreamTime()) {
            for (int day = 2; day <= 4; day++) {
                harness.report(report("x:" + day, LocalDate.of(2021, 5, day)));
            }
            assertThat(harness.alerts()).isEmpty();

            harness.rules(RULE);
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);

            harness.deleteRule("three");
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.WITHDRAWN);
        }
    }

    private static Report report(String id, LocalDate day) {
        return JsonForm.of(Report.class).read("""
                {"id":"%s","source":{"id":"x","kind":"field"},"publishedAt":"%sT20:00:00Z",
                "occurrence":{"from":"%sT00:00:00Z","until":"%sT00:00:00Z","precision":"day"},"category":"rocket",
                "place":{"country":"IQ","province":"Al Anbar","site":"Ain Al Assad","lat":33.79,"lon":42.44,
                "precision":"site"}}""".formatted(id, day, day, day.plusDays(1)));
    }
}
