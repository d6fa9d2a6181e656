package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;

/** One step on its way, taken in another thread so that Connect's never waits for a source. */
final class Errand<C extends Cursor> {

    private final FeedRun<C> run;
    private final Future<Outcome<C>> outcome;

    private Errand(FeedRun<C> run, Future<Outcome<C>> outcome) {
        this.run = run;
        this.outcome = outcome;
    }

    /** Sets out on the next step of a feed. */
    static <C extends Cursor> Errand<C> begin(FeedRun<C> run, Web web, ExecutorService thread, Instant now) {
        run.begin(now);
        return new Errand<>(run, thread.submit(() -> run.step(web)));
    }

    /**
     * The records of the step if it is back in time; what it found stays until then, also where making the records failed.
     *
     * @throws ConnectException if the plug-in has a bug
     */
    Optional<List<SourceRecord>> records(
            RecordMaker maker, Backoff backoff, Surroundings surroundings, Duration patience)
            throws InterruptedException {
        try {
            Outcome<C> found = outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            Instant now = surroundings.clock().instant();
            double random = surroundings.random().nextDouble();
            return Optional.of(run.records(found, maker, backoff, now, random));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new ConnectException("a step of the poll broke down", e.getCause());
        }
    }
}
