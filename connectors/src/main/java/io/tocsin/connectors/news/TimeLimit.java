package io.tocsin.connectors.news;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives work so much time and no more, that in which it waits for a thread included. Work that does not hear its interrupt goes on
 * in a thread of its own until it ends; while too many do, no other is begun. Threads that have nothing to do end by themselves.
 */
final class TimeLimit {

    private static final int MOST_THREADS = 3;
    private static final long IDLE_SECONDS = 10;

    private final Duration limit;
    private final ThreadPoolExecutor threads;

    TimeLimit(Duration limit) {
        this.limit = limit;
        // Work waits in the queue rather than being refused: a thread that has just ended its work is not free at once.
        this.threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                TimeLimit::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tocsin-main-text");
        thread.setDaemon(true);
        return thread;
    }

    /** What the work made; nothing where it took too long, failed, or could not be begun. */
    <T> Optional<T> within(Callable<T> work) throws InterruptedException {
        Future<T> result = threads.submit(work);
        try {
            return Optional.of(result.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } finally {
            result.cancel(true);
        }
    }
}
