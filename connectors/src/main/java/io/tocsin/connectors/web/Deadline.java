package io.tocsin.connectors.web;

import io.tocsin.connectors.web.SourceFault.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Ends a request from outside: when its time is over, or when the connector stops. A thread that reads from a socket does not hear
 * an interrupt; cancelling closes the socket under it.
 */
final class Deadline {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "tocsin-http-deadline");
        thread.setDaemon(true);
        return thread;
    });
    private HttpUriRequestBase running;
    private ScheduledFuture<?> alarm;
    private Kind reason;
    private boolean closed;

    Deadline() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Time runs from now. */
    synchronized void start(Duration time) throws SourceFault {
        if (closed) {
            throw new SourceFault(Kind.STOPPED, "the connector was stopped");
        }
        reason = null;
        alarm = timer.schedule(() -> end(Kind.TIMED_OUT), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The message that is cancelled when time is over, which it may be already. */
    synchronized void guard(HttpUriRequestBase message) {
        running = message;
        if (reason != null) {
            message.cancel();
        }
    }

    private synchronized void end(Kind why) {
        if (reason == null) {
            reason = why;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /** The request is over. */
    synchronized void end() {
        running = null;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Why the request was ended from outside, if it was. */
    synchronized Optional<Kind> reason() {
        return Optional.ofNullable(reason);
    }

    synchronized void close() {
        closed = true;
        end(Kind.STOPPED);
        timer.shutdownNow();
    }
}
