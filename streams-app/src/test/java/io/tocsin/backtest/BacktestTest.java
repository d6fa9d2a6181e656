package io.tocsin.backtest;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Report;
import io.tocsin.resolve.ScoredMatching;
import io.tocsin.resolve.WeightTable;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Transition;
import io.tocsin.watch.grammar.RuleReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final String THREE_IN_THREE_DAYS = """
            - id: three
              title: Three in three days
              per: site
              within: 3d
              levels: [{severity: watch, incidents: 3}]
              quiet: 3d
            """;

    private final List<Alert> announced = new ArrayList<>();

    private Findings run(String rules, List<Report> history, Arrivals arrivals) {
        List<Rule> read = RuleReader.read(rules).rules();
        announced.clear();
        return new Backtest(new ScoredMatching(WeightTable.shipped()), read)
                .run(history, arrivals, announced::add, done -> {});
    }

    private static ReportBuilder on(String day) {
        return aReport().id(day).on(day);
    }

    private List<Transition> transitions() {
        return announced.stream().map(Alert::transition).toList();
    }

    @Test
    void saysWhatFallsDueBetweenTwoReportsWhenItFallsDue() {
        List<Report> history = List.of(
                on("2021-05-01").build(),
                on("2021-05-02").build(),
                on("2021-05-03").build(),
                on("2021-07-01").build());

        run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN);

        assertThat(transitions()).containsExactly(Transition.OPENED, Transition.RESOLVED);
        assertThat(announced.get(0).announced()).isEqualTo(Instant.parse("2021-05-04T00:00:00Z"));
        assertThat(announced.get(1).announced()).isEqualTo(Instant.parse("2021-05-07T12:00:00Z"));
    }

    @Test
    void withdrawsAsKnownThenWhatNeverFiresAsKnownNow() {
        List<Report> history = List.of(
                on("2021-05-01").build(),
                on("2021-05-02").build(),
                on("2021-05-03").build(),
                on("2021-05-02")
                        .revision(1)
                        .retracted()
                        .published("2021-05-05T00:00:00Z")
                        .build());

        Findings then = run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN);
        List<Transition> transitionsThen = transitions();
        Findings now = run(THREE_IN_THREE_DAYS, history, Arrivals.AS_NOW);

        assertThat(transitionsThen).containsExactly(Transition.OPENED, Transition.WITHDRAWN);
        assertThat(then.rules().get(0).shareWithdrawn()).isEqualTo(1);
        assertThat(then.incidents()).isEqualTo(2);
        assertThat(announced).isEmpty();
        assertThat(now.reports()).isEqualTo(2);
        assertThat(now.rules().get(0).openings()).isEmpty();
    }

    @Test
    void firesEarlierAsKnownNowWhereACorrectionCameLate() {
        List<Report> history = List.of(
                on("2021-05-01").build(),
                on("2021-05-02").build(),
                on("2021-04-03").published("2021-05-04T00:00:00Z").build(),
                aReport()
                        .id("2021-04-03")
                        .revision(1)
                        .on("2021-05-03")
                        .published("2021-05-20T00:00:00Z")
                        .build());

        run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN);
        Instant then = announced.get(0).announced();
        run(THREE_IN_THREE_DAYS, history, Arrivals.AS_NOW);
        Instant now = announced.get(0).announced();

        assertThat(then).isEqualTo(Instant.parse("2021-05-20T00:00:00Z"));
        assertThat(now).isEqualTo(Instant.parse("2021-05-04T00:00:00Z"));
    }

    @Test
    void replaysInTheOrderOfPublicationWhateverTheOrderOfTheHistory() {
        List<Report> history = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            history.add(on("2021-05-%02d".formatted(day)).build());
            history.add(aReport()
                    .by("other")
                    .id("o" + day)
                    .on("2021-06-%02d".formatted(day))
                    .build());
        }
        run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN);
        List<Alert> inOrder = List.copyOf(announced);
        Collections.shuffle(history, new Random(7));

        run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN);

        assertThat(announced).isEqualTo(inOrder);
    }

    @Test
    void addsUpWhatARuleDid() {
        List<Report> history = List.of(
                on("2021-05-01").build(),
                on("2021-05-02").build(),
                on("2021-05-03").build(),
                aReport().id("2021-05-04a").on("2021-05-04").build(),
                aReport().id("2021-05-04b").on("2021-05-04").build(),
                on("2021-05-20")
                        .in(ReportBuilder.site("SY", "Homs", "Tadmur", "T4"))
                        .build());

        RuleFinding found =
                run(THREE_IN_THREE_DAYS, history, Arrivals.AS_KNOWN).rules().get(0);

        assertThat(found.incidents()).isEqualTo(6);
        assertThat(found.reports()).isEqualTo(6);
        assertThat(found.openings()).hasSize(1);
        assertThat(found.alertsAWeek()).isCloseTo(7.0 / 19, within(0.001));
        assertThat(found.leadTime()).contains(Duration.ofDays(1));
        assertThat(found.shareWithdrawn()).isZero();
        assertThat(found.alertsOverTime().stream().mapToInt(n -> n).sum()).isEqualTo(1);
        assertThat(found.incidentsOverTime().stream().mapToInt(n -> n).sum())
                .as("without that of the day before the first publication")
                .isEqualTo(5);
        assertThat(found.loudest()).hasSize(1);
        assertThat(found.loudest().get(0).incidents()).isEqualTo(5);
        assertThat(found.loudest().get(0).scope().name()).isEqualTo("Balad Air Base");
    }

    @Test
    void remindsOnceOfWhatANarrowerAlertExplains() {
        String rules = THREE_IN_THREE_DAYS + """
                  remind: 24h
                - id: province
                  title: Three in three days
                  per: province
                  within: 3d
                  levels: [{severity: watch, incidents: 3}]
                  quiet: 3d
                  remind: 24h
                """;
        List<Report> history = new ArrayList<>();
        for (int day = 1; day <= 6; day++) {
            history.add(on("2021-05-0" + day).build());
        }
        history.add(on("2021-06-01").build());

        run(rules, history, Arrivals.AS_KNOWN);

        List<Alert> ofProvince = announced.stream()
                .filter(alert -> alert.rule().id().equals("province"))
                .toList();
        assertThat(ofProvince).hasSizeLessThan(10).noneMatch(Alert::notifies);
        assertThat(ofProvince).noneMatch(alert -> alert.transition() == Transition.REMINDED);
    }

    @Test
    void countsAcrossBorders() {
        List<Report> history = List.of(
                on("2021-05-01").build(),
                on("2021-05-02")
                        .in(ReportBuilder.site("SY", "Homs", "Tadmur", "T4"))
                        .build(),
                on("2021-05-03")
                        .in(ReportBuilder.site("JO", "Mafraq", "Mafraq", "T22"))
                        .build());

        List<Rule> world = RuleReader.read(THREE_IN_THREE_DAYS).rules().stream()
                .map(rule -> new Rule(
                        rule.id(),
                        rule.revision(),
                        rule.title(),
                        rule.match(),
                        new io.tocsin.watch.Per.World(),
                        rule.within(),
                        rule.levels(),
                        rule.unusual(),
                        rule.count(),
                        rule.quiet(),
                        rule.remind(),
                        rule.labels(),
                        rule.runbook()))
                .toList();
        Findings findings = new Backtest(new ScoredMatching(WeightTable.shipped()), world)
                .run(history, Arrivals.AS_KNOWN, announced::add, done -> {});

        assertThat(transitions()).containsExactly(Transition.OPENED);
        assertThat(findings.rules().get(0).loudest().get(0).incidents()).isEqualTo(3);
    }

    @Test
    void findsNothingInAnEmptyHistory() {
        Findings findings = run(THREE_IN_THREE_DAYS, List.of(), Arrivals.AS_KNOWN);

        assertThat(findings.first()).isEmpty();
        assertThat(findings.reports()).isZero();
        assertThat(findings.rules().get(0).openings()).isEmpty();
        assertThat(findings.rules().get(0).leadTime()).isEmpty();
    }
}
