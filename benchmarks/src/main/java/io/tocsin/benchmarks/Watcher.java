package io.tocsin.benchmarks;

import java.time.Duration;
import java.util.function.Consumer;

/** Watches a lane being worked off, marks where it stands, and says so now and then. For one thread. */
final class Watcher {

    private static final Duration ASK_EVERY = Duration.ofMillis(50);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final int QUIET_LOOKS = 3;
    /** Of one core; a topology without records uses some hundredths. */
    private static final double QUIET = 0.2;

    private final Bed bed;
    private final Lane lane;
    private final ChildJvm streams;
    private final Duration limit;
    private final Consumer<String> progress;

    /** @param limit after which a wait is given up */
    Watcher(Bed bed, Lane lane, ChildJvm streams, Duration limit, Consumer<String> progress) {
        this.bed = bed;
        this.lane = lane;
        this.streams = streams;
        this.limit = limit;
        this.progress = progress;
    }

    /** Waits until so many reports are committed. */
    Mark committed(long reports) {
        long deadline = System.nanoTime() + limit.toNanos();
        long said = System.nanoTime();
        while (System.nanoTime() < deadline) {
            streams.requireAlive();
            long committed = bed.committed(lane);
            if (committed >= reports) {
                return new Mark(committed, System.nanoTime(), streams.usage(lane.prefix()));
            }
            if (System.nanoTime() - said > SAY_EVERY.toNanos()) {
                said = System.nanoTime();
                progress.accept(String.format("%s: %,d reports", lane.prefix(), committed));
            }
            Pause.of(ASK_EVERY);
        }
        throw new IllegalStateException(
                lane.prefix() + " did not commit " + reports + " reports within " + limit.toSeconds() + " s");
    }

    /** Waits until so many reports are committed and what waited to be said is said too. */
    Mark settled(long reports) {
        Mark committed = committed(reports);
        Pause.of(SETTLING);
        return new Mark(committed.reports(), committed.nanos(), streams.usage(lane.prefix()));
    }

    /** Waits until so many reports are committed and the compiler and RocksDB have done what these left to do. */
    Mark atRest(long reports) {
        Mark before = committed(reports);
        long deadline = System.nanoTime() + limit.toNanos();
        int quiet = 0;
        while (System.nanoTime() < deadline) {
            Pause.of(LOOK_EVERY);
            streams.requireAlive();
            Mark now = new Mark(before.reports(), System.nanoTime(), streams.usage(lane.prefix()));
            double used = now.usage().cpu().minus(before.usage().cpu()).toNanos() / 1e9;
            quiet = used < QUIET * before.seconds(now) ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException(lane.prefix() + " did not come to rest within " + limit.toSeconds() + " s");
    }
}
