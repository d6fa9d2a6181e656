package io.tocsin.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void drawsNothingForNothingAndTheHighestBarForTheHighestNumber() {
        assertThat(Sparkline.of(List.of(0, 1, 4, 8))).isEqualTo(" ▁▄█");
        assertThat(Sparkline.of(List.of(1, 1_000_000_000))).isEqualTo("▁█");
        assertThat(Sparkline.of(List.of(0, 0))).isEqualTo("  ");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }
}
