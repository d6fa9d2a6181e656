package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    void readsNothingTwiceAndNoFurtherThanAWindowBeyondWhatItIsAsked() {
        Rule rule = aRule().build();
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Instant[]> read = new ArrayList<>();
            Past past = new Past(
                    rule,
                    (from, until) -> {
                        read.add(new Instant[] {from, until});
                        return List.of();
                    },
                    SOURCES);
            Instant last = Instant.MIN;
            for (int step = 0; step < 20; step++) {
                Instant at = anyTime(random);
                last = at.isAfter(last) ? at : last;
                past.outlook(at);
            }
            read.sort(Comparator.comparing(span -> span[0]));
            for (int i = 1; i < read.size(); i++) {
                assertThat(read.get(i)[0]).isEqualTo(read.get(i - 1)[1].plusNanos(1));
            }
            assertThat(read.get(read.size() - 1)[1]).isBetween(last, last.plus(rule.within()));
        }
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
