package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    @Test
    void answersAsOneThatReadsAnewWhateverWasAskedBefore() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = new ArrayList<>();
            Past kept = new Past(aRule().build(), reading(facts), SOURCES);
            for (int step = 0; step < 60; step++) {
                if (facts.isEmpty() || random.nextInt(4) > 0) {
                    Fact added = aFact("inc-" + step)
                            .at(anyTime(random))
                            .sources(random.nextBoolean() ? "old" : "new")
                            .build();
                    facts.add(added);
                    kept.add(added);
                } else {
                    kept.remove(facts.remove(random.nextInt(facts.size())));
                }
                Instant at = anyTime(random);
                assertThat(kept.outlook(at))
                        .as("seed %d, step %d, at %s", seed, step, at)
                        .isEqualTo(new Past(aRule().build(), reading(facts), SOURCES).outlook(at));
            }
        }
    }

    @Test
    void readsNoFurtherThanItsHistoryBeyondWhatItIsAsked() {
        Rule rule = aRule().build();
        List<Instant> until = new ArrayList<>();
        Past past = new Past(
                rule,
                (from, end) -> {
                    until.add(end);
                    return List.of();
                },
                SOURCES);

        past.outlook(NOW);
        past.outlook(NOW.plus(rule.history()));
        assertThat(until).containsExactly(NOW.plus(rule.history()));

        past.outlook(NOW.plus(rule.history()).plusMillis(1));
        assertThat(until).hasSize(2);
    }

    private static Instant anyTime(Random random) {
        return NOW.minus(Duration.ofHours(random.nextInt(24 * 700))).plus(Duration.ofDays(100));
    }

    private static Past.Reading reading(List<Fact> facts) {
        return (from, until) -> facts.stream()
                .filter(fact -> !fact.at().isBefore(from) && !fact.at().isAfter(until))
                .sorted()
                .toList();
    }

    private static Past toldBy(String source) {
        List<Fact> facts = IntStream.range(0, 3)
                .mapToObj(i -> aFact("inc-" + i).at(NOW).sources(source).build())
                .toList();
        return new Past(aRule().build(), (from, until) -> facts, SOURCES);
    }
}
