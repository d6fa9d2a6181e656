package io.tocsin.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.incident.Report;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.PlacePrecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RetellingTest {

    private static final Offset<Double> ROUGHLY = within(0.02);
    private static final List<PressReport> PRESS = Press.reports(5, 5_000);
    private static final List<Labelled> RETOLD = Retelling.of(PRESS, 6);

    @Test
    void givesTheSameForTheSameSeed() {
        assertThat(Retelling.of(PRESS, 6)).isEqualTo(RETOLD).isNotEqualTo(Retelling.of(PRESS, 7));
    }

    @Test
    void tellsNothingOfTheEvent() {
        assertThat(RETOLD)
                .allSatisfy(labelled -> assertThat(labelled.report().toString()).doesNotContain("secret"));
    }

    @Test
    void givesEveryReportAnIdOfItsOwn() {
        Set<Object> ids = new HashSet<>();
        RETOLD.forEach(labelled -> ids.add(labelled.report().id()));

        assertThat(ids).hasSameSizeAs(PRESS);
    }

    @Test
    void leavesOutAndCoarsensAsOftenAsItSays() {
        assertThat(share(report -> report.place().coordinates().isPresent())).isCloseTo(0.45, ROUGHLY);
        assertThat(share(report -> report.place().precision() == PlacePrecision.PROVINCE))
                .isCloseTo(0.1, ROUGHLY);
        assertThat(share(report -> report.occurrence().precision() == TimePrecision.WEEK))
                .isCloseTo(0.1, ROUGHLY);
        assertThat(share(report -> !report.casualties().killed().isKnown())).isCloseTo(0.1, ROUGHLY);
    }

    @Test
    void movesATenthOfTheDays() {
        Set<String> days = new HashSet<>();
        PRESS.forEach(report -> days.add(report.headline() + report.start()));
        List<Report> exact = new ArrayList<>();
        RETOLD.stream()
                .map(Labelled::report)
                .filter(report -> report.occurrence().precision() == TimePrecision.DAY)
                .forEach(exact::add);
        long moved = exact.stream()
                .filter(report -> !days.contains(report.summary().orElseThrow()
                        + report.occurrence().from().toString().substring(0, 10)))
                .count();

        assertThat((double) moved / exact.size()).isCloseTo(0.1, ROUGHLY);
        assertThat(exact)
                .allSatisfy(report -> assertThat(Duration.between(
                                report.occurrence().from(), report.occurrence().until()))
                        .isEqualTo(Duration.ofDays(1)));
    }

    @Test
    void isSplitSoThatNoEventIsInBothHalves() {
        Halves halves = Halves.of(RETOLD, 9);
        Set<String> training = new HashSet<>();
        Set<String> test = new HashSet<>();
        halves.training().forEach(labelled -> training.add(labelled.event()));
        halves.test().forEach(labelled -> test.add(labelled.event()));

        assertThat(Collections.disjoint(training, test)).isTrue();
        assertThat(training.size()).isEqualTo(test.size());
        assertThat(halves.training().size() + halves.test().size()).isEqualTo(RETOLD.size());
    }

    private static double share(Predicate<Report> what) {
        return (double) RETOLD.stream()
                        .filter(labelled -> what.test(labelled.report()))
                        .count()
                / RETOLD.size();
    }
}
