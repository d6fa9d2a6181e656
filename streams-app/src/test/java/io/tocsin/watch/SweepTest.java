package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.places.PlaceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private static final Scope BALAD =
            Scope.of(ReportBuilder.BALAD.area(PlaceLevel.SITE).orElseThrow());
    private static final Instant START = Instant.parse("2021-05-02T12:00:00Z");
    private static final Duration WITHIN = Duration.ofDays(3);

    /** Sorted by their names, the deadly one of the last instant comes first, between the others, or last. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "c", "e"})
    void looksAtAllOfAnInstantAtOnceWhateverItsIncidentsAreCalled(String deadly) {
        Instant second = START.plus(Duration.ofHours(18));
        Instant last = START.plus(Duration.ofDays(2));
        LedgerInMemory ledger = new LedgerInMemory();
        ledger.add(aFact("first").at(START).build());
        ledger.add(aFact("second").at(second).killed(3).build());
        ledger.add(aFact("b").at(last).build());
        ledger.add(aFact("d").at(last).build());
        ledger.add(aFact(deadly).at(last).killed(2).build());
        Rule rule = aRule().within(WITHIN)
                .level(new Level(Severity.WARNING, new Threshold(3, 5, 0, 0), Threshold.NONE))
                .build();
        List<Fact> sorted = new ArrayList<>();
        ledger.forward(BALAD, Instant.MIN, Instant.MAX).forEach(sorted::add);

        assertThat(Sweep.stretches(sorted, rule))
                .as("the shortest window that is deadly enough begins with the second")
                .containsExactly(new Stretch(last, second.plus(WITHIN), Severity.WARNING));
    }
}
