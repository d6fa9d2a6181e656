package io.tocsin.connectors.files;

import io.tocsin.avro.Report;
import io.tocsin.connectors.reading.Outcome;
import io.tocsin.connectors.reading.Outcome.BadLine;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import io.tocsin.connectors.reading.Reason;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import io.tocsin.schemas.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes Connect records of outcomes: a report under its country, ready in the wire format; a bad line as it was read, with
 * headers that say what, where and why. The partition is left to the producer, whose default is that of the key.
 */
final class RecordMaker {

    private static final String STAGE = "files";
    private static final String UNKNOWN_COUNTRY = "XX";

    private final String reports;
    private final String deadLetters;
    private final Serializer<Report> serializer;
    private final Clock clock;

    RecordMaker(TopicCatalogue topics, Serializer<Report> serializer, Clock clock) {
        this.reports = topics.reports().name();
        this.deadLetters = topics.deadLetters().name();
        this.serializer = serializer;
        this.clock = clock;
    }

    SourceRecord make(SourceFile file, Outcome outcome) {
        return outcome instanceof ReportRead read ? report(file, read) : deadLetter(file, (BadLine) outcome);
    }

    private SourceRecord report(SourceFile file, ReportRead read) {
        Report report = read.report();
        if (report.getReceivedAt() == null) {
            report.setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        try {
            byte[] value = serializer.serialize(reports, report);
            return record(file, read, reports, key(report), value, new ConnectHeaders());
        } catch (RecordTooLargeException e) {
            return deadLetter(file, refused(read, Reason.OVERSIZED_LINE, e));
        } catch (SerializationException e) {
            return deadLetter(file, refused(read, Reason.INVALID_FIELD, e));
        }
    }

    private static byte[] key(Report report) {
        String country = Optional.ofNullable(report.getPlace().getCountry())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z]{2}"))
                .orElse(UNKNOWN_COUNTRY);
        return country.getBytes(StandardCharsets.UTF_8);
    }

    private static BadLine refused(ReportRead read, Reason reason, RuntimeException cause) {
        return new BadLine(read.line(), reason, Optional.empty(), cause.getMessage(), read.after());
    }

    private SourceRecord deadLetter(SourceFile file, BadLine bad) {
        return record(file, bad, deadLetters, null, bad.line().bytes(), headers(file, bad));
    }

    private static ConnectHeaders headers(SourceFile file, BadLine bad) {
        DeadLetterHeaders why = DeadLetterHeaders.of(STAGE, bad.reason().code())
                .withMessage(bad.message())
                .from(file.path(), bad.line().number());
        RecordHeaders written = new RecordHeaders();
        bad.field().map(why::withField).orElse(why).writeTo(written);
        ConnectHeaders headers = new ConnectHeaders();
        for (Header header : written) {
            headers.addString(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static SourceRecord record(
            SourceFile file, Outcome outcome, String topic, byte[] key, byte[] value, ConnectHeaders headers) {
        return new SourceRecord(
                file.toMap(),
                new FileOffset(outcome.after()).toMap(),
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
