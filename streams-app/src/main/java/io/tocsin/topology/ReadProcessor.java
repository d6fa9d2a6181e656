package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.InvalidField;
import io.tocsin.metrics.Meters;
import io.tocsin.news.Article;
import io.tocsin.news.Edition;
import io.tocsin.news.Editions;
import io.tocsin.news.Editions.Fate;
import io.tocsin.news.Editions.Outcome;
import io.tocsin.news.Editions.Statement;
import io.tocsin.news.Reading;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.serde.UnreadableRecordException;
import io.tocsin.topology.Admission.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads articles, and publishes the reports that they make, change and take back. No text stops it. */
final class ReadProcessor implements Processor<byte[], byte[], byte[], Tidings> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadProcessor.class);
    private static final String STAGE = "read";
    private static final int WALKED_A_TICK = 500;
    private static final String NO_TOMBSTONES =
            "there is no value; reports of an article are taken back by a text of it"
                    + " that does not tell them, not by a tombstone";

    private final TopologySettings settings;
    private final Deserializer<io.tocsin.avro.Article> deserializer;
    private final Editions editions;
    private final Meters meters;
    private ProcessorContext<byte[], Tidings> context;
    private StoredEditions known;

    ReadProcessor(
            TopologySettings settings,
            Deserializer<io.tocsin.avro.Article> deserializer,
            Editions editions,
            Meters meters) {
        this.settings = settings;
        this.deserializer = deserializer;
        this.editions = editions;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], Tidings> processorContext) {
        context = processorContext;
        known = new StoredEditions(context.getStateStore(Stores.ARTICLES.storeName()));
        context.schedule(settings.ticks().every(), PunctuationType.WALL_CLOCK_TIME, wallMs -> forget());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        if (record.value() == null) {
            String empty = RefusalReason.of(UnreadableRecordException.Reason.EMPTY);
            refuse(record, letter(empty, record, from).withMessage(NO_TOMBSTONES));
            return;
        }
        try {
            Article article = ArticleRecords.article(
                    Patiently.call(() -> deserializer.deserialize(from.topic(), record.value())));
            if (article.publishedAt().isAfter(wall().plus(settings.ahead()))) {
                refuse(
                        record,
                        letter(RefusalReason.FUTURE, record, from)
                                .withField("publishedAt")
                                .withMessage(article.publishedAt() + " lies in the future (now " + wall() + ")"));
            } else {
                read(article, record);
            }
        } catch (UnreadableRecordException e) {
            refuse(record, letter(RefusalReason.of(e.reason()), record, from).withMessage(e.getMessage()));
        } catch (InvalidField e) {
            refuse(
                    record,
                    letter(RefusalReason.CONSTRAINT, record, from)
                            .withField(e.field())
                            .withMessage(e.getMessage()));
        } catch (ReaderFailed e) {
            LOG.atError()
                    .setMessage("An article could not be read because of a mistake in the reader")
                    .addKeyValue("partition", from.partition())
                    .addKeyValue("offset", from.offset())
                    .setCause(e)
                    .log();
            refuse(record, letter(RefusalReason.READER_FAILED, record, from).withMessage(e.getMessage()));
        }
    }

    /** Nothing is forwarded or remembered before all of the article is read, so a text that is refused leaves no trace. */
    private void read(Article article, Record<byte[], byte[]> record) {
        long began = System.nanoTime();
        Outcome outcome = take(article);
        outcome.reading().ifPresent(reading -> meter(reading, Duration.ofNanos(System.nanoTime() - began)));
        meters.article(outcome.fate());
        for (Statement statement : outcome.statements()) {
            meters.articleReport(statement.change());
            context.forward(new Record<>(
                    statement.country().getBytes(UTF_8),
                    new Tidings.Told(ReportRecords.record(statement.report())),
                    record.timestamp()));
        }
        if (outcome.fate() == Fate.READ || outcome.fate() == Fate.UNCHANGED) {
            outcome.after().ifPresent(after -> known.put(article.url(), after, now(article)));
        }
    }

    /** The reader promises to fail at no text. Where it does so all the same, that must cost one article and not all. */
    private Outcome take(Article article) {
        Optional<Edition> before = known.find(article.url());
        try {
            return editions.take(article, before);
        } catch (InvalidField e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new ReaderFailed(e);
        }
    }

    private static final class ReaderFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderFailed(Throwable cause) {
            super("the reader failed at this text: " + cause, cause);
        }
    }

    private void meter(Reading reading, Duration time) {
        meters.articleReading(time);
        reading.unread().ifPresent(meters::articleUnread);
        reading.leftOut().forEach(each -> meters.articleLeftOut(each.reason()));
        meters.articleClaims(reading.claims().size());
    }

    /** The clock that is gone by, when the article has been seen. */
    private Instant now(Article article) {
        Instant newest = known.newest().isAfter(article.publishedAt()) ? known.newest() : article.publishedAt();
        return settings.clock() == TopologySettings.Clock.WALL ? wall() : newest;
    }

    /** What is forgotten does not come back: a system's clock that is ahead of all articles is not believed. */
    private void forget() {
        Instant now = settings.clock() == TopologySettings.Clock.WALL && wall().isBefore(known.newest())
                ? wall()
                : known.newest();
        known.forget(settings.history().articlesFrom(now), WALKED_A_TICK);
    }

    private Instant wall() {
        return Instant.ofEpochMilli(settings.wall().millis());
    }

    private void refuse(Record<byte[], byte[]> record, DeadLetterHeaders why) {
        context.forward(record.withValue(new Refused(record.key(), record.value(), why)));
    }

    private DeadLetterHeaders letter(String reason, Record<byte[], byte[]> record, RecordMetadata from) {
        meters.deadLetter(reason);
        return DeadLetterHeaders.of(STAGE, reason)
                .from(from.topic(), from.partition(), from.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
}
