package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Alert;
import io.tocsin.avro.Rule;
import io.tocsin.avro.Transition;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.watch.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules come and go without a restart; a wrong one changes nothing. */
class RuleIntakeTest {

    private static final io.tocsin.watch.Rule RULE =
            aRule().id("one").level(Severity.WATCH, 1).build();

    @Test
    void keepsTheRuleInForceWhenAWrongOneComes() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rule(RULE);
            Rule wrong = RuleRecords.record(RULE);
            wrong.setWithin("for ever");
            harness.rawRule("one".getBytes(UTF_8), harness.encoded(wrong));
            harness.rawRule("one".getBytes(UTF_8), "garbage".getBytes(UTF_8));
            harness.rawRule("one".getBytes(UTF_8), new byte[0]);

            harness.report(aReport().build());

            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);
            assertThat(harness.meters().counter("tocsin.rules.refused").count()).isEqualTo(3);
            assertThat(harness.meters().get("tocsin.rules").gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheRuleInForceWhenARestartFindsOnlyTheWrongOne() {
        Harness before = Harness.onStreamTime();
        before.rule(RULE);
        before.report(aReport().build());
        assertThat(before.alerts()).hasSize(1);
        before.rawRule("one".getBytes(UTF_8), "garbage".getBytes(UTF_8));
        before.compactRules();

        try (Harness harness = before.restarted(Duration.ofHours(1))) {
            harness.pass(Duration.ofSeconds(2));
            assertThat(harness.alerts()).isEmpty();

            harness.report(aReport()
                    .id("another")
                    .in(ReportBuilder.site("IQ", "P", "D", "another"))
                    .build());
            assertThat(harness.alerts()).extracting(Alert::getTransition).containsExactly(Transition.OPENED);

            harness.deleteRule("one");
            harness.pass(Duration.ofSeconds(2));
            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsOnly(Transition.WITHDRAWN)
                    .hasSize(2);
        }
    }

    /** Or it could never be deleted: a tombstone has no id but its key. */
    @Test
    void refusesARuleUnderTheKeyOfAnother() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rawRule("other".getBytes(UTF_8), harness.encoded(RuleRecords.record(RULE)));

            harness.report(aReport().build());

            assertThat(harness.alerts()).isEmpty();
            assertThat(harness.meters().counter("tocsin.rules.refused").count()).isEqualTo(1);
        }
    }

    @Test
    void saysNothingWhenTheSameRuleComesAgain() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rule(RULE);
            harness.report(aReport().build());
            assertThat(harness.alerts()).hasSize(1);

            harness.rule(RULE);
            harness.deleteRule("never known");
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.alerts()).isEmpty();
        }
    }

    @Test
    void forgetsARuleThatIsDeletedTwice() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.rule(RULE);
            harness.report(aReport().build());
            harness.deleteRule("one");
            harness.deleteRule("one");
            harness.pass(Duration.ofSeconds(2));

            assertThat(harness.alerts())
                    .extracting(Alert::getTransition)
                    .containsExactly(Transition.OPENED, Transition.WITHDRAWN);
            assertThat(harness.meters().get("tocsin.rules").gauge().value()).isZero();
        }
    }
}
