package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It goes on as time does, whatever somebody does to the system's clock. */
class SteadyTimeTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final SystemClock system = new SystemClock();
    private final SteadyTime time = new SteadyTime(system);

    @Test
    void beginsWithTheSystemsTime() {
        assertThat(time.milliseconds()).isEqualTo(START.toEpochMilli());
        assertThat(time.nanoseconds()).isEqualTo(system.nanoseconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S", "PT-1H", "P-4000D", "PT1H", "P4000D"})
    void goesOnByAsMuchAsPassesWhenTheSystemsClockIsSet(Duration by) {
        system.pass(Duration.ofSeconds(5));
        system.set(by);
        system.pass(Duration.ofMillis(1_500));

        assertThat(time.milliseconds())
                .isEqualTo(START.plusSeconds(5).plusMillis(1_500).toEpochMilli());
    }

    @Test
    void waitsAsLongAsItIsAskedToWhateverTheSystemsClockReads() throws InterruptedException {
        system.set(Duration.ofDays(-400));

        time.waitObject(this, () -> true, time.milliseconds() + 250);
        time.waitObject(this, () -> true, Long.MAX_VALUE);
        assertThat(system.waited).containsExactly(250L, Long.MAX_VALUE - time.milliseconds());

        system.set(Duration.ofDays(800));
        time.waitObject(this, () -> true, Long.MAX_VALUE);
        assertThat(system.waited).last().isEqualTo(Long.MAX_VALUE - system.milliseconds());
    }

    @Test
    void waitsNoLongerThanUntilItsDeadline() {
        SteadyTime real = new SteadyTime(Time.SYSTEM);

        assertThatThrownBy(() -> real.waitObject(new Object(), () -> false, real.milliseconds() + 20))
                .isInstanceOf(TimeoutException.class);
    }

    /** A system's clock that can be set, of which more time passes only when it is told so. */
    private static final class SystemClock implements Time {
        private final List<Long> waited = new ArrayList<>();
        private long nanos = 17;
        private long millis = START.toEpochMilli();

        void pass(Duration passed) {
            nanos += passed.toNanos();
            millis += passed.toMillis();
        }

        void set(Duration by) {
            millis += by.toMillis();
        }

        @Override
        public long milliseconds() {
            return millis;
        }

        @Override
        public long nanoseconds() {
            return nanos;
        }

        @Override
        public void sleep(long ms) {
            pass(Duration.ofMillis(ms));
        }

        @Override
        public void waitObject(Object monitor, Supplier<Boolean> condition, long deadlineMs) {
            waited.add(deadlineMs - millis);
        }
    }
}
