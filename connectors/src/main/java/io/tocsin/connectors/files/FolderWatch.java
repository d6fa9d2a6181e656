package io.tocsin.connectors.files;

import java.io.IOException;
import java.time.Duration;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the folders from time to time and tells when files have come or gone since the tasks were last given theirs. */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final FileSet files;
    private final Runnable onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SortedSet<String> given;
    private String toldTrouble = "";

    FolderWatch(FileSet files, Runnable onChange) {
        this.files = files;
        this.onChange = onChange;
    }

    void start(Duration interval) {
        Thread thread = new Thread(() -> run(interval), "tocsin-folder-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Duration interval) {
        try {
            while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The files that the tasks have been given. */
    void given(SortedSet<String> now) {
        given = now;
    }

    private void look() {
        try {
            SortedSet<String> now = files.list();
            toldTrouble = "";
            if (given != null && !now.equals(given)) {
                LOG.info("Files have come or gone (before={}, now={})", given.size(), now.size());
                onChange.run();
                given(now);
            }
        } catch (IOException | RuntimeException e) {
            if (!toldTrouble.equals(e.toString())) {
                toldTrouble = e.toString();
                LOG.warn("Folders cannot be listed; trying again (error={})", toldTrouble);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
