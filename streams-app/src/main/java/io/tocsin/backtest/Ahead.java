package io.tocsin.backtest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that runs ahead on other threads. Its results are handed over in the order of the items, on the thread that puts
 * them in, so they are the same whatever the number of threads; no more than a few batches are under way. For one thread.
 */
public final class Ahead<A, B> implements AutoCloseable {

    private static final int BATCH = 256;
    private static final int MOST_UNDER_WAY = 16;

    private final Function<A, B> work;
    private final Consumer<B> taker;
    private final ExecutorService workers;
    private final Deque<Future<List<B>>> underWay = new ArrayDeque<>();
    private List<A> batch = new ArrayList<>(BATCH);

    /**
     * @param threads one, if the work depends on what it did before
     * @param taker takes each result, on the thread that puts items in
     */
    public Ahead(int threads, String name, Function<A, B> work, Consumer<B> taker) {
        this.work = work;
        this.taker = taker;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Puts in the next item; may hand over results of earlier ones, and waits for them if too many are under way. */
    public void put(A item) {
        batch.add(item);
        if (batch.size() == BATCH) {
            send();
            while (underWay.size() > MOST_UNDER_WAY) {
                take();
            }
        }
    }

    /** Hands over all results that are left. */
    public void finish() {
        send();
        while (!underWay.isEmpty()) {
            take();
        }
    }

    private void send() {
        List<A> full = batch;
        batch = new ArrayList<>(BATCH);
        underWay.add(workers.submit(() -> full.stream().map(work).toList()));
    }

    private void take() {
        try {
            underWay.remove().get().forEach(taker);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work ahead", e);
        }
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
