package io.tocsin.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.FiveArticles;
import io.tocsin.incident.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What five news articles tell, in words of our own: eight incidents, one of them told by all five. */
class FiveArticlesTest {

    @Test
    void areOneKillingAndSevenAttacksInWhateverOrderTheyCome() {
        List<Report> all = new ArrayList<>(FiveArticles.KILLING);
        all.addAll(FiveArticles.OTHERS);
        Set<Set<Report>> expected = new HashSet<>(Set.of(Set.copyOf(FiveArticles.KILLING)));
        FiveArticles.OTHERS.forEach(report -> expected.add(Set.of(report)));
        Random random = new Random(3);

        for (int order = 0; order < 50; order++) {
            Collections.shuffle(all, random);
            assertThat(Together.incidents(all)).isEqualTo(expected);
        }
    }

    @Test
    void tellOfTheKillingSoThatEachPairIsAtLeastANearMiss() {
        PairScore pairs = new PairScore(WeightTable.shipped());

        for (Report one : FiveArticles.KILLING) {
            for (Report other : FiveArticles.KILLING) {
                assertThat(pairs.score(one, other)).isNotEqualTo(Score.OUT_OF_REACH);
            }
        }
    }
}
