package io.tocsin.cli.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a long command has opened, closed once and the last first, be it that the command ends or that the process is
 * told to end. An end that comes while something is being opened waits for it.
 */
public final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "tocsin-closing");
    private volatile boolean closed;

    private Closing() {}

    /** Closes when the process ends, at the latest. */
    public static Closing atEnd() {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(closing.hook);
        return closing;
    }

    /** Opens something that is to be closed. */
    public synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (closed) {
            throw new IllegalStateException("the process ends");
        }
        T part = opening.get();
        opened.push(part);
        return part;
    }

    /** Whether the end has come. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        boolean processEnds = closed;
        closeAll();
        if (!processEnds) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.atWarn()
                        .setMessage("Something did not close in order")
                        .setCause(e)
                        .log();
            }
        }
    }
}
