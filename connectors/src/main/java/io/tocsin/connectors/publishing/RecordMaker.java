package io.tocsin.connectors.publishing;

import io.tocsin.avro.Article;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceStatus;
import io.tocsin.connectors.publishing.Publication.ArticleRead;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.publishing.Publication.StatusKnown;
import io.tocsin.connectors.publishing.Publication.Unusable;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes Connect's records of publications: a report under its country, an article under its address, a status under its source,
 * all ready in the wire format; what can be neither as it came, with headers that say what, where and why. The partition is left
 * to the producer, whose default is that of the key. For one thread.
 */
public final class RecordMaker {

    /** The reason of a record that its schema or its topic does not allow. */
    public static final String INVALID_FIELD = "invalid-field";

    /** The reason of a record that is longer than topics take. */
    public static final String OVERSIZED_LINE = "oversized-line";

    private static final String UNKNOWN_COUNTRY = "XX";

    private final String stage;
    private final TopicCatalogue topics;
    private final Serializer<SpecificRecord> serializer;
    private final Clock clock;

    /**
     * @param stage what dead letters name as the stage that they failed in
     * @param serializer closed by its owner
     * @param clock tells when a report was received
     */
    public RecordMaker(String stage, TopicCatalogue topics, Serializer<SpecificRecord> serializer, Clock clock) {
        this.stage = stage;
        this.topics = topics;
        this.serializer = serializer;
        this.clock = clock;
    }

    /**
     * Makes the record. One that its schema or its size forbids becomes a dead letter.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry cannot be reached
     */
    public SourceRecord make(Publication what, Resume resume) {
        if (what instanceof ReportRead read) {
            return report(read, resume);
        }
        if (what instanceof ArticleRead read) {
            return article(read, resume);
        }
        if (what instanceof StatusKnown known) {
            return status(known.status(), resume);
        }
        return deadLetter((Unusable) what, resume);
    }

    private SourceRecord report(ReportRead read, Resume resume) {
        Report report = read.report();
        if (report.getReceivedAt() == null) {
            report.setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return valid(topics.reports().name(), country(report), report, read.original(), resume);
    }

    private static String country(Report report) {
        return Optional.ofNullable(report.getPlace().getCountry())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z]{2}"))
                .orElse(UNKNOWN_COUNTRY);
    }

    private SourceRecord article(ArticleRead read, Resume resume) {
        Article article = read.article();
        return valid(topics.articles().name(), article.getUrl(), article, read.original(), resume);
    }

    private SourceRecord status(SourceStatus status, Resume resume) {
        String topic = topics.sources().name();
        byte[] value = serializer.serialize(topic, status);
        return record(resume, topic, bytes(status.getId()), value, new ConnectHeaders());
    }

    private SourceRecord valid(String topic, String key, SpecificRecord value, Original original, Resume resume) {
        try {
            return record(resume, topic, bytes(key), serializer.serialize(topic, value), new ConnectHeaders());
        } catch (RecordTooLargeException e) {
            return deadLetter(refused(original, OVERSIZED_LINE, e), resume);
        } catch (SerializationException e) {
            return deadLetter(refused(original, INVALID_FIELD, e), resume);
        }
    }

    private static Unusable refused(Original original, String reason, RuntimeException cause) {
        return new Unusable(original, reason, Optional.empty(), cause.getMessage());
    }

    private SourceRecord deadLetter(Unusable bad, Resume resume) {
        return record(resume, topics.deadLetters().name(), null, bad.original().bytes(), headers(bad));
    }

    private ConnectHeaders headers(Unusable bad) {
        DeadLetterHeaders why = DeadLetterHeaders.of(stage, bad.reason())
                .withMessage(bad.message())
                .from(bad.original().from(), bad.original().line());
        RecordHeaders written = new RecordHeaders();
        bad.field().map(why::withField).orElse(why).writeTo(written);
        ConnectHeaders headers = new ConnectHeaders();
        for (Header header : written) {
            headers.addString(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static SourceRecord record(Resume resume, String topic, byte[] key, byte[] value, ConnectHeaders headers) {
        return new SourceRecord(
                resume.partition(),
                resume.offset(),
                topic,
                null,
                Schema.OPTIONAL_BYTES_SCHEMA,
                key,
                Schema.BYTES_SCHEMA,
                value,
                null,
                headers);
    }
}
