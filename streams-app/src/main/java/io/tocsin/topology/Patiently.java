package io.tocsin.topology;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again while the registry is away, for a bounded time and well within the poll interval; then gives up. */
final class Patiently {

    private static final Logger LOG = LoggerFactory.getLogger(Patiently.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int TRIES = 12;

    private Patiently() {}

    /**
     * The answer of the call.
     *
     * @throws RetriableException the last failure, when all tries failed; the application stops without losing its
     *     place
     */
    static <T> T call(Supplier<T> call) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RetriableException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                LOG.atWarn()
                        .setMessage("The registry did not answer; trying again")
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("waitMs", wait.toMillis())
                        .addKeyValue("error", e.getMessage())
                        .log();
                pause(wait, e);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private static void pause(Duration time, RetriableException because) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw because;
        }
    }
}
