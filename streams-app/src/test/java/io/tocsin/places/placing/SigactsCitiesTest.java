package io.tocsin.places.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.places.Placed;
import io.tocsin.places.placing.Truth.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 58 spellings of places in the coalition's log of Iraq, 2004 to 2007, without province or coordinates. */
class SigactsCitiesTest {

    private static final List<Truth> TRUTHS = Truth.read("sigacts-cities.tsv");

    static List<Truth> truths() {
        return TRUTHS;
    }

    @ParameterizedTest
    @MethodSource("truths")
    void isPlacedRightOrLeftAtTheCoarserLevel(Truth truth) {
        Placed placed = place(truth);

        assertThat(truth.of(placed.place())).as("%s", placed).isNotEqualTo(Verdict.WRONG);
    }

    @Test
    void arePlacedRightWhereTheTruthIsKnown() {
        assertThat(TRUTHS).hasSize(58);
        assertThat(TRUTHS.stream().filter(truth -> !truth.source().endsWith("none certain")))
                .allSatisfy(truth -> assertThat(truth.of(place(truth).place())).isEqualTo(Verdict.RIGHT));
    }

    private static Placed place(Truth truth) {
        return Given.PLACING.place(Given.site(truth.country(), "", truth.name()), truth.alsoNamed());
    }
}
