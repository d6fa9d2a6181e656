package io.tocsin.connectors.news;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives work so much time and no more. Work that does not hear its interrupt goes on in a thread of its own until it ends; while too
 * many do, no other is begun. Threads that have nothing to do end by themselves.
 */
final class TimeLimit {

    private static final int MOST_THREADS = 3;
    private static final long IDLE_SECONDS = 10;

    private final Duration limit;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), TimeLimit::daemon);

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tocsin-main-text");
        thread.setDaemon(true);
        return thread;
    }

    /** What the work made; nothing where it took too long, failed, or could not be begun. */
    <T> Optional<T> within(Callable<T> work) throws InterruptedException {
        try {
            return within(threads.submit(work));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> within(Future<T> result) throws InterruptedException {
        try {
            return Optional.of(result.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } finally {
            result.cancel(true);
        }
    }
}
