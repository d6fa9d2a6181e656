package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class FatalFaultsTest {
    @Test
    void turnsAnExitIntoAnException() {
        assertThatThrownBy(() -> FatalFaults.asExceptions(() -> Exit.halt(1))).isInstanceOf(EmbeddedException.class);
    }

    @Test
    void endsAStartThatWaitsForAThreadThatFailed() {
        Thread failing = new Thread(() -> Exit.exit(1));
        failing.setUncaughtExceptionHandler((thread, expected) -> {});

        assertThatThrownBy(() -> FatalFaults.asExceptions(() -> {
                    failing.start();
                    waitForEver();
                }))
                .isInstanceOf(EmbeddedException.class);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // the start goes on as if nothing had happened, as Kafka's may
        }
    }
}
