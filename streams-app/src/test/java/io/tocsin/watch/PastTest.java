package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What three incidents on one day are compared with. */
class PastTest {

    private static final Instant NOW = Instant.parse("2021-05-04T12:00:00Z");
    private static final Map<String, Instant> SOURCES =
            Map.of("old", NOW.minus(Duration.ofDays(400)), "new", NOW.minus(Duration.ofDays(10)));

    @Test
    void saysHowRarelyChanceBringsACountThatASourceOfTheWholeHistoryTells() {
        assertThat(toldBy("old").outlook(NOW)).hasValueSatisfying(outlook -> {
            assertThat(outlook.count()).isEqualTo(3);
            assertThat(outlook.recurrenceDays())
                    .isGreaterThan((double) outlook.history().toDays());
        });
    }

    @Test
    void hasNoHistoryToCompareACountWithThatOnlyAYoungSourceTells() {
        assertThat(toldBy("new").outlook(NOW)).isEmpty();
    }

    private static Past toldBy(String source) {
        List<Fact> facts = IntStream.range(0, 3)
                .mapToObj(i -> aFact("inc-" + i).at(NOW).sources(source).build())
                .toList();
        return new Past(aRule().build(), (from, until) -> facts, SOURCES);
    }
}
