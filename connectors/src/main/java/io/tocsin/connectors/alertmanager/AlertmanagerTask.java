package io.tocsin.connectors.alertmanager;

import io.tocsin.avro.Alert;
import io.tocsin.connectors.alerts.AlertReader;
import io.tocsin.connectors.alerts.AlertReader.Reading;
import io.tocsin.connectors.alerts.AlertSinkConnector;
import io.tocsin.connectors.alerts.DeadLetters;
import io.tocsin.connectors.alerts.Surroundings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the alerts of some partitions, all of them at every start, and lets a {@link Messenger} tell each Alertmanager how they
 * stand. Connect's thread never waits for an Alertmanager. An offset is committed when the first Alertmanager has taken what lies
 * before it; the lag of the consumer group is thus what none of them knows.
 */
public final class AlertmanagerTask extends SinkTask {

    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerTask.class);

    /** So often Connect calls though there is no record. */
    private static final long TICK_MS = 500;

    /** What may be committed once the board's revision has been told. */
    private record Mark(long revision, Map<TopicPartition, OffsetAndMetadata> offsets) {}

    private final Surroundings surroundings;
    private AlertReader reader;
    private Board board;
    private CatchUp catchUp;
    private List<Messenger> messengers = List.of();
    private Optional<Mark> waiting = Optional.empty();
    private Map<TopicPartition, OffsetAndMetadata> taken = Map.of();

    /** For Connect. */
    public AlertmanagerTask() {
        this(Surroundings.system());
    }

    AlertmanagerTask(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String version() {
        return AlertSinkConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        AlertmanagerConfig config = new AlertmanagerConfig(properties);
        reader = new AlertReader(config, new DeadLetters("alertmanager", context));
        board = new Board(surroundings.clock(), config.expireAfter());
        catchUp = new CatchUp(context, surroundings.clock());
        messengers = config.addresses().stream()
                .map(address -> new Messenger(address, config, board, surroundings))
                .toList();
        messengers.forEach(Messenger::start);
        LOG.info("Alertmanager task started (alertmanagers={})", messengers.size());
    }

    /** Begins to read the partitions from their beginning; nothing is told until they are read. */
    @Override
    public void open(Collection<TopicPartition> partitions) {
        forget(partitions);
        catchUp.begin(partitions);
        context.timeout(TICK_MS);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        forget(partitions);
        catchUp.end(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        board.clear(partitions);
        waiting = Optional.empty();
        taken = Map.of();
    }

    /**
     * Takes the records in; they are told later.
     *
     * @throws org.apache.kafka.connect.errors.RetriableException if the schema registry cannot be reached
     * @throws ConnectException if a record is no alert and there is no dead-letter queue
     */
    @Override
    public void put(Collection<SinkRecord> records) {
        context.timeout(TICK_MS);
        requireMessengersAlive();
        Map<SinkRecord, Reading> readings = reader.read(records);
        for (SinkRecord record : catchUp.accept(records)) {
            Reading reading = readings.get(record);
            reading.alert().ifPresent(alert -> pin(record, alert));
            reading.fault()
                    .filter(fault -> !catchUp.isCommitted(record))
                    .ifPresent(fault -> reader.bury(record, fault));
        }
        if (!board.isOpen() && catchUp.isPresent(records.isEmpty())) {
            board.open();
            LOG.info("All alerts are read; telling the Alertmanagers how they stand");
        }
    }

    /** What is behind the committed offset ended when it was announced; what is not yet ends now, however long ago that was. */
    private void pin(SinkRecord record, Alert alert) {
        Instant at = catchUp.isCommitted(record)
                ? alert.getTimes().getAnnounced()
                : surroundings.clock().instant();
        board.pin(CatchUp.partition(record), alert, at);
    }

    private void requireMessengersAlive() {
        for (Messenger messenger : messengers) {
            messenger.death().ifPresent(why -> {
                throw new ConnectException("an Alertmanager is no longer told anything", why);
            });
        }
    }

    /** What may be committed: nothing before the present is reached, for Connect takes the rewound offsets for committed ones. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        catchUp.asked(currentOffsets);
        if (!board.isOpen()) {
            return Map.of();
        }
        long told = messengers.stream().mapToLong(Messenger::told).max().orElse(-1);
        waiting.filter(mark -> mark.revision() <= told).ifPresent(mark -> {
            taken = mark.offsets();
            waiting = Optional.empty();
        });
        Mark now = new Mark(board.revision(), new HashMap<>(currentOffsets));
        if (now.revision() <= told) {
            taken = now.offsets();
            waiting = Optional.empty();
        } else if (waiting.isEmpty()) {
            waiting = Optional.of(now);
        }
        return taken;
    }

    @Override
    public void stop() {
        messengers.forEach(Messenger::close);
        if (reader != null) {
            reader.close();
        }
    }
}
