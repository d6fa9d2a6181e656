package io.tocsin.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightTableTest {

    private static final String TABLE = "my-weights.tsv";

    @Test
    void comesWithAThresholdAboveTheBoundOfNearMisses() {
        WeightTable shipped = WeightTable.shipped();

        assertThat(shipped.threshold()).isGreaterThan(shipped.nearMiss());
    }

    @Test
    void neverLetsAFindingOutweighACloserOne() {
        WeightTable shipped = WeightTable.shipped();

        for (Finding finding : Finding.values()) {
            finding.closer()
                    .ifPresent(
                            closer -> assertThat(shipped.weight(finding)).isLessThanOrEqualTo(shipped.weight(closer)));
        }
    }

    @Test
    void skipsCommentsAndBlankLines() {
        List<String> lines = lines();
        lines.add(0, "# a comment");
        lines.add(1, "");

        assertThat(WeightTable.parse(TABLE, lines).weight(Finding.SAME_DAY)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongWhereAndWhatWouldBeRight(String label, String line, List<String> complaints) {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(label + "\t")) {
                lines.set(i, line);
            }
        }

        assertThatThrownBy(() -> WeightTable.parse(TABLE, lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(complaints.toArray(String[]::new));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("same-day", "", List.of(TABLE, "same-day is missing", "add a line")),
                Arguments.of("threshold", "", List.of("threshold is missing", "add a line")),
                Arguments.of(
                        "near-miss", "near-miss\t9\t0\t0\t0", List.of("line 2", "weight", "above threshold", "lower")),
                Arguments.of("same-day", "same-day 1 1 0 0", List.of("line", "columns", "tabs")),
                Arguments.of("same-day", "same-day\tmuch\t0\t0\t0", List.of("line", "weight", "'much'", "write one")),
                Arguments.of("same-day", "same-day\t1\tNaN\t0\t0", List.of("line", "stated", "NaN", "not within")),
                Arguments.of("same-day", "same-dya\t1\t0\t0\t0", List.of("line", "name", "same-dya", "correct it")),
                Arguments.of("next-day", "same-day\t1\t0\t0\t0", List.of("same-day", "twice", "leave one out")),
                Arguments.of(
                        "next-day",
                        "next-day\t2\t0\t0\t0",
                        List.of("line", "next-day 2.0", "outweighs same-day 1.0", "lower")));
    }

    /** Every weight 1, in a table that is right. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("threshold\t3\t0\t0\t0", "near-miss\t0\t0\t0\t0"));
        for (Finding finding : Finding.values()) {
            lines.add(finding.label() + "\t1\t0\t0\t0");
        }
        return lines;
    }
}
