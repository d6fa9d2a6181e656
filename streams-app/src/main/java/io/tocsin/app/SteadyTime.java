package io.tocsin.app;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The time by which Kafka Streams commits and ticks: the system's when it was made, and from then on as much later as has
 * really passed. When the system's clock is set back, Kafka Streams would do neither until that clock reads as late as
 * before: transactions would run out of time, and nothing that is due would be said. Thread-safe.
 */
final class SteadyTime implements Time {

    private final Time system;
    private final long startMs;
    private final long startNanos;

    SteadyTime(Time system) {
        this.system = system;
        this.startMs = system.milliseconds();
        this.startNanos = system.nanoseconds();
    }

    @Override
    public long milliseconds() {
        return startMs + Duration.ofNanos(system.nanoseconds() - startNanos).toMillis();
    }

    @Override
    public long nanoseconds() {
        return system.nanoseconds();
    }

    @Override
    public void sleep(long ms) {
        system.sleep(ms);
    }

    @Override
    public void waitObject(Object monitor, Supplier<Boolean> condition, long deadlineMs) throws InterruptedException {
        long left = deadlineMs - milliseconds();
        long now = system.milliseconds();
        system.waitObject(monitor, condition, left > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + left);
    }
}
