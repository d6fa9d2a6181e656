package io.tocsin.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Backoff backoff = new Backoff(FIRST, LONGEST);

    @Test
    void doublesUpToTheLongest() {
        assertThat(backoff.after(1, 1)).isEqualTo(FIRST);
        assertThat(backoff.after(2, 1)).isEqualTo(FIRST.multipliedBy(2));
        assertThat(backoff.after(4, 1)).isEqualTo(FIRST.multipliedBy(8));
        assertThat(IntStream.rangeClosed(9, 5000).mapToObj(failures -> backoff.after(failures, 1)))
                .containsOnly(LONGEST);
    }

    @Test
    void isAtLeastHalfOfThat() {
        assertThat(backoff.after(3, 0)).isEqualTo(FIRST.multipliedBy(2));
        assertThat(backoff.after(3, 0.5)).isEqualTo(FIRST.multipliedBy(3));
    }
}
