package io.tocsin.connectors.polling;

import io.tocsin.connectors.publishing.RecordMaker;
import io.tocsin.connectors.publishing.TrustedRecords;
import io.tocsin.connectors.web.Backoff;
import io.tocsin.connectors.web.Web;
import io.tocsin.schemas.serde.AvroSerializer;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the feeds of one task, one after the other, each when it is due. Connect calls it from one thread; only {@link #stop} may
 * come from another, and ends a request that is running. Trouble with a source never fails the task: it is told in
 * {@code tocsin.sources} and tried again.
 */
public abstract class PollingTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(PollingTask.class);

    private final Plugin plugin;
    private final Surroundings surroundings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(PollingTask::daemon);
    private final LeftOutCounts leftOut = new LeftOutCounts(() -> context.pluginMetrics());
    private List<FeedRun<?>> runs = List.of();
    private Optional<Errand<?>> errand = Optional.empty();
    private RecordMaker maker;
    private Backoff backoff;
    private Web web;

    /** A task in the surroundings given; Connect's have {@link Surroundings#system}. */
    protected PollingTask(Plugin plugin, Surroundings surroundings) {
        this.plugin = plugin;
        this.surroundings = surroundings;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tocsin-poll");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public final String version() {
        return PollingConnector.VERSION;
    }

    @Override
    public final void start(Map<String, String> properties) {
        TrustedRecords.trust();
        PollingConfig config = new PollingConfig(plugin, properties);
        serializer.configure(config.serializerProperties(), false);
        maker = new RecordMaker(
                plugin.name(), TopicCatalogue.withPrefix(config.topicPrefix()), serializer, surroundings.clock());
        backoff = config.backoff();
        web = new Web(config.web(), surroundings.clock());
        runs = runs(config);
        LOG.info("Polling task started (plugin={}, feeds={})", plugin.name(), runs.size());
    }

    private List<FeedRun<?>> runs(PollingConfig config) {
        List<String> mine = config.taskFeeds();
        Instant now = surroundings.clock().instant();
        List<FeedRun<?>> found = new ArrayList<>();
        for (Feed<?> feed : plugin.feeds(config, surroundings.clock())) {
            if (mine.contains(feed.name())) {
                found.add(run(feed, now));
            }
        }
        return found;
    }

    private <C extends Cursor> FeedRun<C> run(Feed<C> feed, Instant now) {
        Map<String, Object> stored = context.offsetStorageReader().offset(new FeedPartition(feed.name()).toMap());
        if (stored == null) {
            return new FeedRun<>(feed, FeedOffset.startOf(feed), now, leftOut);
        }
        try {
            return new FeedRun<>(feed, FeedOffset.fromMap(feed, stored), now, leftOut);
        } catch (IllegalArgumentException e) {
            throw new ConnectException(
                    "the stored offset of feed " + feed.name()
                            + " is wrong; reset or correct it through Connect's REST API",
                    e);
        }
    }

    /** Asks the feed that is due, and hands over what the step brought, the feed's status at its end; null while there is nothing. */
    @Override
    public final List<SourceRecord> poll() throws InterruptedException {
        Optional<Errand<?>> asked = errand.or(this::askWhatIsDue);
        if (asked.isEmpty()) {
            rest();
            return null;
        }
        errand = asked;
        Optional<List<SourceRecord>> brought = fetch(asked.get());
        if (brought.isPresent()) {
            errand = Optional.empty();
        }
        return brought.filter(records -> !records.isEmpty()).orElse(null);
    }

    private Optional<Errand<?>> askWhatIsDue() {
        if (stopped.getCount() == 0) {
            return Optional.empty();
        }
        Instant now = surroundings.clock().instant();
        return runs.stream()
                .min(Comparator.comparing(FeedRun::due))
                .filter(run -> !run.due().isAfter(now))
                .map(run -> Errand.begin(run, web, thread, now));
    }

    private Optional<List<SourceRecord>> fetch(Errand<?> asked) throws InterruptedException {
        try {
            return asked.records(maker, backoff, surroundings, surroundings.patience());
        } catch (RetriableException e) {
            // the registry is away; Connect polls again at once, however often that fails
            rest();
            throw e;
        }
    }

    @SuppressWarnings("ResultOfMethodCallIgnored")
    private void rest() throws InterruptedException {
        stopped.await(surroundings.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public final void stop() {
        stopped.countDown();
        if (web != null) {
            web.close();
        }
        thread.shutdownNow();
        serializer.close();
    }
}
