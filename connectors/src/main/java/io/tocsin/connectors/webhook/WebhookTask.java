package io.tocsin.connectors.webhook;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.alerts.AlertReader;
import io.tocsin.connectors.alerts.AlertReader.Reading;
import io.tocsin.connectors.alerts.AlertSinkConnector;
import io.tocsin.connectors.alerts.DeadLetters;
import io.tocsin.connectors.alerts.Surroundings;
import io.tocsin.connectors.web.Redacted;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the transitions of some partitions and lets a {@link Courier} post them. Connect's thread never waits for the endpoint; where
 * too many wait for it, no more are read. An offset is committed when all before it are delivered or buried.
 */
public final class WebhookTask extends SinkTask {

    /** More transitions do not wait in memory, but for one batch of Connect's. */
    static final int MOST_WAITING = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTask.class);

    /** So often Connect calls though there is no record. */
    private static final long TICK_MS = 500;

    private final Surroundings surroundings;
    private final Outbox outbox = new Outbox();
    private AlertReader reader;
    private Courier courier;
    private boolean notifyingOnly;
    private boolean paused;

    /** For Connect. */
    public WebhookTask() {
        this(Surroundings.system());
    }

    WebhookTask(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String version() {
        return AlertSinkConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        WebhookConfig config = new WebhookConfig(properties);
        DeadLetters deadLetters = new DeadLetters("webhook", context);
        reader = new AlertReader(config, deadLetters);
        notifyingOnly = config.notifyingOnly();
        courier = new Courier(config, outbox, deadLetters, surroundings);
        courier.start();
        LOG.info("Webhook task started (address={})", Redacted.text(config.address()));
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        paused = false;
        context.timeout(TICK_MS);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        outbox.clear(partitions);
    }

    /**
     * Takes the records in; they are sent later.
     *
     * @throws org.apache.kafka.connect.errors.RetriableException if the schema registry cannot be reached
     * @throws ConnectException if a record could not be delivered and there is no dead-letter queue
     */
    @Override
    public void put(Collection<SinkRecord> records) {
        context.timeout(TICK_MS);
        courier.death().ifPresent(why -> {
            throw new ConnectException("nothing is delivered any more: " + why.getMessage(), why);
        });
        reader.read(records).forEach(this::accept);
        pauseOrResume();
    }

    private void accept(SinkRecord record, Reading reading) {
        reading.alert().filter(this::isWanted).ifPresent(alert -> outbox.add(record, alert));
        reading.fault().ifPresent(fault -> reader.bury(record, fault));
    }

    private boolean isWanted(Alert alert) {
        return alert.getNotify() || !notifyingOnly;
    }

    private void pauseOrResume() {
        TopicPartition[] all = context.assignment().toArray(TopicPartition[]::new);
        if (!paused && outbox.size() >= MOST_WAITING) {
            context.pause(all);
            paused = true;
        } else if (paused && outbox.size() < MOST_WAITING / 2) {
            context.resume(all);
            paused = false;
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return outbox.committable(currentOffsets);
    }

    @Override
    public void stop() {
        if (courier != null) {
            courier.close();
        }
        if (reader != null) {
            reader.close();
        }
    }
}
