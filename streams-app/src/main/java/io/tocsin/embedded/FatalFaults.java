package io.tocsin.embedded;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;

/**
 * Kafka's server answers a fatal fault by ending the JVM. While a broker starts, the fault becomes an exception instead, so that
 * a wrong port or folder does not take the whole process along; once it runs, Kafka's own answer is right again: a process
 * without its broker must not linger.
 */
final class FatalFaults {
    private FatalFaults() {}

    /** Runs the start; one at a time, since the exit procedures are global. A fault in another thread interrupts it. */
    static synchronized void asExceptions(Runnable start) {
        Thread starter = Thread.currentThread();
        AtomicBoolean faultElsewhere = new AtomicBoolean();
        Exit.Procedure refuse = (status, message) -> {
            if (Thread.currentThread() != starter && faultElsewhere.compareAndSet(false, true)) {
                starter.interrupt();
            }
            throw fault();
        };
        Exit.setExitProcedure(refuse);
        Exit.setHaltProcedure(refuse);
        try {
            start.run();
        } finally {
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
            if (faultElsewhere.get()) {
                Thread.interrupted();
            }
        }
        if (faultElsewhere.get()) {
            throw fault();
        }
    }

    private static EmbeddedException fault() {
        return new EmbeddedException("Kafka met a fatal fault; the error it logged before this says why.");
    }
}
