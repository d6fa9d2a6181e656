package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void nightRunsOverMidnight() {
        assertThat(Part.NIGHT.covers(LocalTime.of(23, 0))).isTrue();
        assertThat(Part.NIGHT.covers(LocalTime.of(2, 0))).isTrue();
        assertThat(Part.NIGHT.covers(LocalTime.of(20, 0))).isTrue();
        assertThat(Part.NIGHT.covers(LocalTime.of(19, 59))).isFalse();
        assertThat(Part.NIGHT.covers(LocalTime.of(6, 1))).isFalse();
    }

    @Test
    void partsOverlapByTheirBlurAndNoMore() {
        assertThat(Part.MORNING.covers(LocalTime.of(4, 0))).isTrue();
        assertThat(Part.MORNING.covers(LocalTime.of(13, 1))).isFalse();
        assertThat(Part.AFTERNOON.covers(LocalTime.of(14, 30))).isTrue();
        assertThat(Part.EVENING.covers(LocalTime.of(14, 30))).isFalse();
    }
}
