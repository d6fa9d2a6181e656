package io.tocsin.connectors.alerts;

import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records go that cannot be delivered: to Connect's own dead-letter queue, with the headers that all dead letters have here.
 * For any number of threads.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String stage;
    private final Optional<ErrantRecordReporter> reporter;

    /** @param stage what the letters name as the stage that they failed in */
    public DeadLetters(String stage, SinkTaskContext context) {
        this.stage = stage;
        this.reporter = Optional.ofNullable(context.errantRecordReporter());
    }

    /**
     * Buries the record; returns when it is in the queue.
     *
     * @param reason why, from a closed set, in kebab-case
     * @param message why, for people
     * @throws ConnectException if the connector has no dead-letter queue, or is configured to tolerate no error
     */
    public void bury(SinkRecord record, String reason, String message) {
        ConnectException why = new ConnectException(
                "Alert at %s-%d, offset %d, is undeliverable (%s): %s; to go on without such alerts, set "
                                .formatted(
                                        record.topic(), record.kafkaPartition(), record.kafkaOffset(), reason, message)
                        + "errors.tolerance=all and errors.deadletterqueue.topic.name");
        ErrantRecordReporter queue = reporter.orElseThrow(() -> why);
        LOG.warn(
                "Alert is undeliverable (topic={}, partition={}, offset={}, reason={})",
                record.topic(),
                record.kafkaPartition(),
                record.kafkaOffset(),
                reason);
        await(queue.report(withHeaders(record, reason, message), why));
    }

    private static void await(Future<Void> written) {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("interrupted before the dead letter was written", e);
        } catch (ExecutionException e) {
            throw new ConnectException("the dead letter could not be written", e);
        }
    }

    private SinkRecord withHeaders(SinkRecord record, String reason, String message) {
        RecordHeaders written = new RecordHeaders();
        DeadLetterHeaders.of(stage, reason)
                .withMessage(message)
                .from(
                        record.topic(),
                        record.kafkaPartition(),
                        record.kafkaOffset(),
                        Instant.ofEpochMilli(
                                Optional.ofNullable(record.timestamp()).orElse(0L)))
                .writeTo(written);
        ConnectHeaders headers = new ConnectHeaders(record.headers());
        for (Header header : written) {
            headers.remove(header.key()).addString(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        // not newRecord(): Connect would report the record as it was read, without these headers
        return new SinkRecord(
                record.topic(),
                record.kafkaPartition(),
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                record.kafkaOffset(),
                record.timestamp(),
                record.timestampType(),
                headers);
    }
}
