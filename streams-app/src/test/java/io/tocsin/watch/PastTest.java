package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.places.PlacePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What three incidents on one day are compared with. */
class PastTest {

    private static final Instant NOW = Instant.parse("2021-05-04T12:00:00Z");
    private static final Duration WITHIN = Duration.ofDays(3);
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
    void isNotUnusualByWhatOnlyMayLieThere() {
        assertThat(unusualUntil(possible(0), possible(1), possible(1))).isEmpty();
    }

    @Test
    void isUnusualAsLongAsOneOfWhatMayLieThereCertainlyDoes() {
        assertThat(unusualUntil(certain(2), possible(0), possible(0)))
                .as("of the three the two newest are enough, but neither is certain")
                .contains(NOW.minus(Duration.ofHours(2)).plus(WITHIN));
        assertThat(unusualUntil(certain(0), possible(0), possible(2))).contains(NOW.plus(WITHIN));
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

    private static Fact certain(int hoursAgo) {
        return aFact("certain-" + hoursAgo)
                .at(NOW.minus(Duration.ofHours(hoursAgo)))
                .sources("old")
                .build();
    }

    private static Fact possible(int hoursAgo) {
        return aFact("possible-" + hoursAgo)
                .at(NOW.minus(Duration.ofHours(hoursAgo)))
                .in(ReportBuilder.place("IQ", "Salah ad Din", "Balad", "Balad Air Base", PlacePrecision.PROVINCE))
                .sources("old")
                .build();
    }

    /** By a rule that counts what is possible, after a history of nothing. */
    private static Optional<Instant> unusualUntil(Fact... facts) {
        Unusual unusual = new Unusual(Duration.ofDays(365), Duration.ofDays(90), Severity.WARNING);
        Rule rule = aRule().within(WITHIN)
                .count(Certainty.POSSIBLE)
                .unusual(unusual)
                .build();
        return new Past(rule, reading(List.of(facts)), SOURCES).unusualUntil(NOW, unusual);
    }

    private static Past toldBy(String source) {
        List<Fact> facts = IntStream.range(0, 3)
                .mapToObj(i -> aFact("inc-" + i).at(NOW).sources(source).build())
                .toList();
        return new Past(aRule().build(), (from, until) -> facts, SOURCES);
    }
}
