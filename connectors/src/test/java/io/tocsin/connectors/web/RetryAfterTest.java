package io.tocsin.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("1994-11-15T08:12:00Z");

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void readsADateAgainstTheClockOfItsWriter() {
        assertThat(RetryAfter.parse("Tue, 15 Nov 1994 08:12:31 GMT", NOW)).contains(Duration.ofSeconds(31));
    }

    @Test
    void waitsNotForADateThatIsOver() {
        assertThat(RetryAfter.parse("Tue, 15 Nov 1994 08:11:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Tue, 31 Feb 1994 08:12:31 GMT"})
    void knowsNothingElse(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
