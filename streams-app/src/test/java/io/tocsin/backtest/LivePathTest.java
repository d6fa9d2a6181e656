package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.incident.Admittance;
import io.tocsin.places.placing.GazetteerPlacing;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.schemas.json.JsonForm;
import io.tocsin.topology.AlertRecords;
import io.tocsin.topology.Harness;
import io.tocsin.topology.ReportRecords;
import io.tocsin.watch.Rule;
import io.tocsin.watch.grammar.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shipped sample by the shipped rules: the same transitions as through the topology. */
class LivePathTest {

    private static final Comparator<io.tocsin.avro.Alert> BY_ALERT =
            Comparator.comparing(io.tocsin.avro.Alert::getId).thenComparing(io.tocsin.avro.Alert::getSequence);

    @Test
    void announcesWhatTheTopologyAnnounces() throws IOException {
        List<Rule> rules =
                RuleReader.read(resource("/io/tocsin/watch/default-rules.yaml")).rules();
        JsonForm<Report> form = JsonForm.of(Report.class);
        List<Report> sample = resource("/io/tocsin/cli/sample-reports.jsonl")
                .lines()
                .map(form::read)
                .sorted(Comparator.comparing(Report::getPublishedAt))
                .toList();

        List<io.tocsin.avro.Alert> live = live(rules, sample);
        List<io.tocsin.avro.Alert> replayed = replayed(rules, sample);

        assertThat(live).hasSizeGreaterThan(3);
        assertThat(replayed.stream().map(LivePathTest::untimed).toList())
                .containsExactlyElementsOf(
                        live.stream().map(LivePathTest::untimed).toList());
    }

    private static List<io.tocsin.avro.Alert> live(List<Rule> rules, List<Report> reports) {
        try (Harness harness = Harness.asShipped()) {
            rules.forEach(harness::rule);
            reports.forEach(harness::report);
            return harness.alerts().stream().sorted(BY_ALERT).toList();
        }
    }

    private static List<io.tocsin.avro.Alert> replayed(List<Rule> rules, List<Report> reports) {
        Admittance admittance = new Admittance(GazetteerPlacing.load(Optional.empty()), Duration.ofHours(26));
        List<io.tocsin.incident.Report> placed = reports.stream()
                .map(report -> admittance.admit(ReportRecords.report(report), Instant.parse("2100-01-01T00:00:00Z")))
                .toList();
        List<io.tocsin.avro.Alert> alerts = new ArrayList<>();
        new Backtest(new ScoredMatching(WeightTable.shipped()), rules)
                .run(placed, Arrivals.AS_KNOWN, alert -> alerts.add(AlertRecords.record(alert)), done -> {});
        alerts.sort(BY_ALERT);
        return alerts;
    }

    /** Under a clock that only reports move, the topology says with the next report what fell due before it. */
    private static String untimed(io.tocsin.avro.Alert alert) {
        alert.getTimes().setAnnounced(Instant.EPOCH);
        return alert.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = LivePathTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
