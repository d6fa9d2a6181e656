package io.tocsin.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.backtest.Expected.Bound;
import io.tocsin.watch.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static final Instant FIRST = Instant.parse("2021-01-10T00:00:00Z");
    private static final Instant LAST = Instant.parse("2021-04-20T00:00:00Z");
    private static final List<Opening> OPENINGS = Stream.of(
                    "IQ 2021-02-01",
                    "IQ 2021-02-10",
                    "IQ 2021-02-28",
                    "SY 2021-02-12",
                    "IQ 2021-03-31",
                    "SY 2021-04-02")
            .map(ExpectedTest::opening)
            .toList();

    private static Opening opening(String text) {
        String country = text.substring(0, 2);
        Scope scope = new Scope(Scope.Kind.SITE, country + "/anbar/hit/base", List.of(country, "Anbar", "Hit", "Base"));
        Instant at = Instant.parse(text.substring(3) + "T12:00:00Z");
        return new Opening(text, scope, at, OptionalDouble.empty(), false);
    }

    private static Optional<String> found(Bound bound, int number, Period per, String area) {
        Expected expected = new Expected(
                "three",
                "as written",
                bound,
                number,
                Optional.ofNullable(per),
                key -> area == null || key.startsWith(area + "/"));
        return expected.violation(OPENINGS, FIRST, LAST).map(Expected.Violation::inWords);
    }

    @Test
    void atMostHoldsForEveryPeriod() {
        assertThat(found(Bound.AT_MOST, 4, Period.MONTH, null)).isEmpty();
        assertThat(found(Bound.AT_MOST, 3, Period.MONTH, null))
                .contains("rule three: expected as written, found 4 in 2021-02");
        assertThat(found(Bound.AT_MOST, 1, Period.WEEK, null))
                .contains("rule three: expected as written, found 2 in the week of 2021-02-08");
        assertThat(found(Bound.AT_MOST, 1, Period.DAY, null)).isEmpty();
    }

    @Test
    void atLeastIsAskedOfWholePeriodsOnly() {
        assertThat(found(Bound.AT_LEAST, 1, Period.MONTH, null)).isEmpty();
        assertThat(found(Bound.AT_LEAST, 2, Period.MONTH, null))
                .contains("rule three: expected as written, found 1 in 2021-03");
        assertThat(found(Bound.AT_LEAST, 100, Period.YEAR, null)).isEmpty();
    }

    @Test
    void countsInAllWithoutAPeriod() {
        assertThat(found(Bound.AT_MOST, 6, null, null)).isEmpty();
        assertThat(found(Bound.AT_MOST, 5, null, null)).contains("rule three: expected as written, found 6");
        assertThat(found(Bound.AT_LEAST, 7, null, null)).contains("rule three: expected as written, found 6");
    }

    @Test
    void countsOnlyWhatIsMeant() {
        assertThat(found(Bound.AT_MOST, 3, Period.MONTH, "IQ")).isEmpty();
        assertThat(found(Bound.AT_MOST, 2, Period.MONTH, "IQ/anbar")).isPresent();
        assertThat(found(Bound.AT_MOST, 0, null, "IQ/an")).isEmpty();
        assertThat(found(Bound.AT_MOST, 0, null, "SY")).contains("rule three: expected as written, found 2");
    }
}
