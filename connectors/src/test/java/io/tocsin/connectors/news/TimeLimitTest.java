package io.tocsin.connectors.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void refusesNoWorkHoweverQuicklyOneFollowsTheOther() throws InterruptedException {
        TimeLimit limit = new TimeLimit(Duration.ofSeconds(30));

        for (int i = 0; i < 50_000; i++) {
            int number = i;
            assertThat(limit.within(() -> number)).as("work %s", i).hasValue(number);
        }
    }

    @Test
    void givesUpWorkThatTakesTooLongAndGoesOnWithOther() throws InterruptedException {
        TimeLimit limit = new TimeLimit(Duration.ofMillis(50));
        CountDownLatch never = new CountDownLatch(1);

        Optional<Integer> late = limit.within(() -> {
            never.await();
            return 1;
        });

        assertThat(late).isEmpty();
        assertThat(new TimeLimit(Duration.ofSeconds(30)).within(() -> 2)).hasValue(2);
    }
}
