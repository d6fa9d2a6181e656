package io.tocsin.connectors.cap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.connectors.cap.Chain.Moment;
import io.tocsin.connectors.cap.Telling.Retract;
import io.tocsin.connectors.cap.Telling.Tell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters are those of {@link Chains}. */
class ChainsTest {

    private static final Whereabouts HERE = Whereabouts.parse("IQ,34.0100,44.1500");

    private static Saying saying(int number, boolean withdraws, int... references) {
        Moment own = moment(number);
        Moment first = own;
        Set<String> names = new HashSet<>(Set.of(own.name()));
        for (int reference : references) {
            names.add(moment(reference).name());
            first = Collections.min(List.of(first, moment(reference)));
        }
        return new Saying(own, first, names, "content" + number, !withdraws, withdraws, HERE);
    }

    private static Moment moment(int number) {
        return new Moment(1000L + number, "m" + number);
    }

    /** What stands in the end for somebody who believes the highest revision of each id. */
    private static final class Reader {

        private final Map<String, Integer> revisions = new TreeMap<>();
        private final Map<String, String> standing = new TreeMap<>();
        private Chains chains = Chains.NONE;

        void hear(Saying saying) {
            Chains.Outcome outcome = chains.hear(saying);
            for (Telling telling : outcome.tellings()) {
                Integer before = revisions.put(telling.chain(), telling.revision());
                assertThat(before == null || telling.revision() > before)
                        .as("C")
                        .isTrue();
                if (telling instanceof Tell) {
                    standing.put(telling.chain(), saying.content());
                } else {
                    standing.remove(telling.chain());
                }
            }
            chains = outcome.chains();
            chains.all()
                    .forEach(chain -> assertThat(Chain.parse(chain.toText())).isEqualTo(chain));
        }

        List<String> contents() {
            return standing.values().stream().sorted().toList();
        }
    }

    /** The messages that are joined by references, whichever way, and of each group the newest. */
    private static List<String> expected(List<Saying> sayings) {
        List<String> standing = new ArrayList<>();
        List<Saying> left = new ArrayList<>(sayings);
        while (!left.isEmpty()) {
            Set<String> names = new TreeSet<>(left.get(0).names());
            List<Saying> group = new ArrayList<>();
            boolean grew = true;
            while (grew) {
                grew = false;
                for (Saying saying : List.copyOf(left)) {
                    if (!Collections.disjoint(names, saying.names())) {
                        names.addAll(saying.names());
                        group.add(saying);
                        left.remove(saying);
                        grew = true;
                    }
                }
            }
            Saying newest =
                    group.stream().max(Comparator.comparing(Saying::moment)).orElseThrow();
            if (!newest.withdraws()) {
                standing.add(newest.content());
            }
        }
        return standing.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endInTheSameInAnyOrder(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 3000; trial++) {
            List<Saying> sayings = story(random);
            Collections.shuffle(sayings, random);
            Reader reader = new Reader();
            List<Saying> heard = new ArrayList<>();
            for (Saying saying : sayings) {
                reader.hear(saying);
                heard.add(saying);
                assertThat(reader.contents()).as("A and B, %s", heard).isEqualTo(expected(heard));
                Chains before = reader.chains;
                reader.hear(saying);
                assertThat(reader.contents()).as("heard twice").isEqualTo(expected(heard));
                assertThat(before.hear(saying).tellings()).as("heard twice").isEmpty();
            }
        }
    }

    /** Alerts, and updates and cancellations of some earlier messages, of which some may never arrive. */
    private static List<Saying> story(Random random) {
        List<Saying> sayings = new ArrayList<>();
        int messages = 1 + random.nextInt(9);
        for (int number = 0; number < messages; number++) {
            boolean first = number == 0 || random.nextInt(4) == 0;
            int[] references = first
                    ? new int[0]
                    : random.ints(1 + random.nextInt(3), 0, number).distinct().toArray();
            Saying saying = saying(number, !first && random.nextInt(4) == 0, references);
            if (random.nextInt(6) > 0) {
                sayings.add(saying);
            }
        }
        return sayings;
    }

    @Test
    void tellAChainUnderItsFirstMessageThoughItWasNeverSeen() {
        assertThat(Chains.NONE.hear(saying(5, false, 2, 3)).tellings()).containsExactly(new Tell("m2", 3));
    }

    @Test
    void keepTheOldestReportWhereAMessageJoinsTwo() {
        Chains two = Chains.NONE
                .hear(saying(1, false))
                .chains()
                .hear(saying(2, false))
                .chains();

        assertThat(two.hear(saying(3, false, 2, 1)).tellings())
                .containsExactly(new Retract("m2", 1, HERE), new Tell("m1", 2));
    }

    @Test
    void retractWhatSpeaksOfSecurityNoLonger() {
        Chains told = Chains.NONE.hear(saying(1, false)).chains();
        Saying gasLeak = new Saying(moment(2), moment(1), Set.of("m1", "m2"), "gas leak", false, false, HERE);

        assertThat(told.hear(gasLeak).tellings()).containsExactly(new Retract("m1", 1, HERE));
    }

    @Test
    void retractWhereItLayWhatMovesToAnotherCountry() {
        Chains told = Chains.NONE.hear(saying(1, false)).chains();
        Saying moved =
                new Saying(moment(2), moment(1), Set.of("m1", "m2"), "moved", true, false, Whereabouts.parse("SY"));

        assertThat(told.hear(moved).tellings()).containsExactly(new Retract("m1", 1, HERE), new Tell("m1", 2));
    }

    @Test
    void tellAMessageAgainThatWasChangedUnderItsName() {
        Chains told = Chains.NONE.hear(saying(1, false)).chains();
        Saying changed = new Saying(moment(1), moment(1), Set.of("m1"), "other", true, false, HERE);

        assertThat(told.hear(changed).tellings()).containsExactly(new Tell("m1", 1));
    }

    @Test
    void areBounded() {
        Chains chains = Chains.NONE;
        for (int number = 0; number < 3 * Chains.MOST_CHAINS; number++) {
            chains = chains.hear(saying(number, false)).chains();
        }
        Map<String, Chain> byId = new HashMap<>();
        chains.all().forEach(chain -> byId.put(chain.id(), chain));

        assertThat(byId).hasSize(Chains.MOST_CHAINS).containsKey("m" + (3 * Chains.MOST_CHAINS - 1));
        assertThat(new CapCursor(io.tocsin.connectors.web.Validators.NONE, Set.of(), chains)
                        .toMap()
                        .get("chains"))
                .asString()
                .hasSizeLessThan(50_000);
    }

    @Test
    void forgetFirstWhatWasNeverTold() {
        Chains chains = Chains.NONE.hear(saying(1, false)).chains();
        for (int number = 2; number < 2 * Chains.MOST_CHAINS; number++) {
            chains = chains.hear(saying(number, true, 100_000 + number)).chains();
        }

        assertThat(chains.all().get(0).id()).isEqualTo("m1");
    }
}
