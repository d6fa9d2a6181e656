package io.tocsin.benchmarks.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.benchmarks.gdelt.QuarterHours.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarterHoursTest {

    private static final Instant TIME = Instant.parse("2026-06-01T12:15:00Z");

    private static List<String[]> cells(String file) {
        return file.lines().map(line -> line.split("\t", -1)).toList();
    }

    @Test
    void areTheSameFromTheSameSeed() {
        assertThat(new QuarterHours(7).at(TIME)).isEqualTo(new QuarterHours(7).at(TIME));
        assertThat(new QuarterHours(8).at(TIME)).isNotEqualTo(new QuarterHours(7).at(TIME));
    }

    @Test
    void areShapedAsTheRealOnesAre() {
        QuarterHours made = new QuarterHours(7);
        made.at(TIME);

        Files files = made.at(TIME);

        List<String[]> events = cells(files.events());
        assertThat(events).hasSize(QuarterHours.ROWS).allMatch(row -> row.length == 61);
        assertThat(cells(files.mentions())).hasSize(QuarterHours.ROWS).allMatch(row -> row.length == 16);
        assertThat(events.stream().map(row -> row[0])).doesNotHaveDuplicates();
        long attacks = events.stream()
                .filter(row -> List.of("18", "19", "20").contains(row[28]))
                .count();
        assertThat(attacks / (double) QuarterHours.ROWS).isCloseTo(345.0 / 2_414, within(0.05));
        long articles = events.stream().map(row -> row[60]).distinct().count();
        assertThat(QuarterHours.ROWS / (double) articles).isBetween(3.0, 5.0);
    }
}
