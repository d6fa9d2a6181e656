package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Placed;
import io.tocsin.places.placing.Truth.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names that are hard to place: spellings, scripts, suffixes, several of one name, the wrong country. */
class HardNamesTest {

    private static final List<Truth> TRUTHS = Truth.read("hard-names.tsv");
    private static final List<String> WRONG = new ArrayList<>();
    private static final List<String> COARSER = new ArrayList<>();

    @BeforeAll
    static void placeAll() {
        for (Truth truth : TRUTHS) {
            Placed placed =
                    Given.PLACING.place(Given.site(truth.country(), truth.province(), truth.name()), truth.alsoNamed());
            Verdict verdict = truth.of(placed.place());
            if (verdict != Verdict.RIGHT) {
                (verdict == Verdict.WRONG ? WRONG : COARSER).add(truth + " was placed " + placed);
            }
        }
    }

    @Test
    void areTwoHundred() {
        assertThat(TRUTHS).hasSizeGreaterThanOrEqualTo(200);
        assertThat(TRUTHS).allSatisfy(truth -> assertThat(truth.source()).isNotEmpty());
    }

    @Test
    void arePlacedRightInNineteenOfTwenty() {
        assertThat(WRONG.size() + COARSER.size())
                .as("wrong %s, coarser %s", WRONG, COARSER)
                .isLessThanOrEqualTo(TRUTHS.size() / 20);
    }

    @Test
    void areHardlyEverPlacedWrong() {
        assertThat(WRONG.size() * 100).as("%s", WRONG).isLessThan(TRUTHS.size());
    }
}
