package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Casualties;
import io.tocsin.avro.Estimate;
import io.tocsin.avro.Evidence;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Report;
import io.tocsin.avro.Target;
import io.tocsin.avro.TargetKind;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a producer can write stops the stream or gets lost: it goes on, or to the dead letters. */
class AdmissionTest {

    private static final byte[] KEY = "IQ".getBytes(UTF_8);
    private static final Instant TOO_FAR_AHEAD =
            Harness.START.plus(Duration.ofHours(26)).plusMillis(1);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void buriesAReportThatBreaksAConstraintAndNamesTheField(String field, String what, Consumer<Report> breaking) {
        Report report = ReportRecords.record(aReport().build());
        breaking.accept(report);

        buried(report, "constraint", Optional.of(field), what);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("id", "missing", r -> r.setId("")),
                broken("id", "257", r -> r.setId("x".repeat(257))),
                broken("id", "NUL", r -> r.setId("a\0b")),
                broken("source.id", "missing", r -> r.getSource().setId(" ")),
                broken("source.reliability", "1.5", r -> r.getSource().setReliability(1.5)),
                broken("source.reliability", "NaN", r -> r.getSource().setReliability(Double.NaN)),
                broken("revision", "negative", r -> r.setRevision(-1)),
                broken("publishedAt", "1800", r -> r.setPublishedAt(Instant.ofEpochMilli(Long.MIN_VALUE))),
                broken("publishedAt", "2199", r -> r.setPublishedAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
                broken("occurrence.from", "1800", r -> r.getOccurrence().setFrom(Instant.EPOCH.minusSeconds(1L << 35))),
                broken("occurrence.until", "before", r -> r.getOccurrence().setUntil(Instant.EPOCH)),
                broken("occurrence.until", "2199", r -> r.getOccurrence().setUntil(Instant.ofEpochSecond(1L << 40))),
                broken("origins", "101", r -> r.setOrigins(Collections.nCopies(101, "AFP"))),
                broken("origins", "blank", r -> r.setOrigins(List.of(""))),
                broken("place.country", "iq", r -> r.getPlace().setCountry("iq")),
                broken("place.country", "\"\"", r -> r.getPlace().setCountry("")),
                broken("place.country", "IRQ", r -> r.getPlace().setCountry("IRQ")),
                broken("place.province", "512", r -> r.getPlace().setProvince("x".repeat(513))),
                broken("place.district", "NUL", r -> r.getPlace().setDistrict("\0")),
                broken("place.site", "512", r -> r.getPlace().setSite("x".repeat(100_000))),
                broken("place.lat", "95", r -> coordinates(r, 95.0, 44.0)),
                broken("place.lat", "NaN", r -> coordinates(r, Double.NaN, 44.0)),
                broken("place.lon", "-180.5", r -> coordinates(r, 33.0, -180.5)),
                broken("place.lon", "Infinity", r -> coordinates(r, 33.0, Double.POSITIVE_INFINITY)),
                broken("place.lon", "missing", r -> coordinates(r, 33.0, null)),
                broken("place.lat", "missing", r -> coordinates(r, null, 44.0)),
                broken("target.name", "blank", r -> r.setTarget(new Target(TargetKind.BASE, " ", null))),
                broken(
                        "target.affiliation",
                        "513",
                        r -> r.setTarget(new Target(TargetKind.BASE, null, "x".repeat(513)))),
                broken("perpetrator.name", "blank", r -> r.setPerpetrator(new Perpetrator("", Attribution.CLAIMED))),
                broken("casualties", "-1", r -> killed(r, new Estimate(null, -1, null))),
                broken("casualties", "10000001", r -> killed(r, new Estimate(null, null, 10_000_001))),
                broken("quantity", "-1", r -> r.setQuantity(-1)),
                broken("summary", "4001", r -> r.setSummary("x".repeat(4_001))),
                broken("evidence.quote", "8001", r -> r.setEvidence(new Evidence("x".repeat(8_001), null))),
                broken("evidence.url", "4001", r -> r.setEvidence(new Evidence(null, "x".repeat(4_001)))),
                broken("tags", "101", r -> r.setTags(Collections.nCopies(101, "night"))),
                broken("attributes", "blank", r -> r.setAttributes(Map.of("", "value"))),
                broken("attributes.note", "8001", r -> r.setAttributes(Map.of("note", "x".repeat(8_001)))));
    }

    @Test
    void buriesAReportOfTheFutureAndSaysSo() {
        Report later = ReportRecords.record(aReport().published(TOO_FAR_AHEAD).build());
        buried(later, "future", Optional.of("publishedAt"), "lies in the future");

        Report toCome = ReportRecords.record(
                aReport().at(TOO_FAR_AHEAD).published(Harness.START).build());
        buried(toCome, "future", Optional.of("occurrence.from"), "lies in the future");
    }

    @Test
    void takesAReportAsFarAheadAsClocksAndTimeZonesMayRun() {
        try (Harness harness = Harness.onWallTime()) {
            harness.report(aReport().at(TOO_FAR_AHEAD.minusMillis(1)).build());

            assertThat(harness.incidents()).hasSize(1);
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void buriesBytesThatCannotBeRead(String reason, UnaryOperator<byte[]> spoil) {
        try (Harness harness = Harness.onStreamTime()) {
            byte[] value =
                    spoil.apply(harness.encoded(ReportRecords.record(aReport().build())));
            harness.raw(KEY, value);
            harness.report(aReport().build());

            TestRecord<byte[], byte[]> letter = theOnly(harness.deadLetters());
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.key()).isEqualTo(KEY);
            says(letter, reason, Optional.empty(), "");
            assertThat(harness.incidents()).as("goes on").hasSize(1);
        }
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                spoilt("empty", good -> null),
                spoilt("empty", good -> new byte[0]),
                spoilt("truncated", good -> new byte[] {0, 0, 0}),
                spoilt("truncated", good -> Arrays.copyOf(good, good.length - 3)),
                spoilt("trailing-bytes", good -> Arrays.copyOf(good, good.length + 1)),
                spoilt("wrong-magic", good -> with(good, b -> b.put(0, (byte) 1))),
                spoilt("wrong-magic", good -> "{\"id\":\"x:1\"}".getBytes(UTF_8)),
                spoilt("unknown-schema-id", good -> with(good, b -> b.putInt(1, 4711))),
                spoilt("malformed", good -> with(good, b -> b.put(5, (byte) 0xff))),
                spoilt("oversized", good -> new byte[(1 << 20) + 1]));
    }

    @Test
    void countsTheLettersByReason() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.raw(KEY, new byte[0]);
            harness.raw(KEY, new byte[] {7});
            harness.raw(KEY, new byte[] {7});

            assertThat(harness.meters()
                            .counter("tocsin.dead.letters", "reason", "empty")
                            .count())
                    .isEqualTo(1);
            assertThat(harness.meters()
                            .counter("tocsin.dead.letters", "reason", "wrong-magic")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void keepsNamesInAnyScript() {
        try (Harness harness = Harness.onStreamTime()) {
            harness.report(
                    aReport().in(site("IQ", "الأنبار", "هيت", "عين الأسد 🚀")).build());

            assertThat(harness.incidents().get(0).getPlace().getSite()).isEqualTo("عين الأسد 🚀");
        }
    }

    private static void buried(Report report, String reason, Optional<String> field, String what) {
        try (Harness harness = Harness.onStreamTime()) {
            byte[] value = harness.encoded(report);
            harness.raw(KEY, value);
            harness.report(aReport().build());

            TestRecord<byte[], byte[]> letter = theOnly(harness.deadLetters());
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.key()).isEqualTo(KEY);
            says(letter, reason, field, what);
            assertThat(harness.incidents()).as("goes on").hasSize(1);
            assertThat(harness.alerts()).isEmpty();
        }
    }

    private static void says(TestRecord<byte[], byte[]> letter, String reason, Optional<String> field, String what) {
        DeadLetterHeaders headers = DeadLetterHeaders.read(letter.headers());
        assertThat(headers.get(DeadLetterHeaders.STAGE)).hasValue("admit");
        assertThat(headers.get(DeadLetterHeaders.REASON)).hasValue(reason);
        assertThat(headers.get(DeadLetterHeaders.FIELD)).isEqualTo(field);
        assertThat(headers.get(DeadLetterHeaders.MESSAGE))
                .hasValueSatisfying(m -> assertThat(m).contains(what));
        assertThat(headers.get(DeadLetterHeaders.TOPIC)).hasValue("tocsin.reports");
        assertThat(headers.get(DeadLetterHeaders.PARTITION)).hasValue("0");
        assertThat(headers.get(DeadLetterHeaders.OFFSET)).hasValue("0");
        assertThat(headers.get(DeadLetterHeaders.TIMESTAMP)).isPresent();
    }

    private static Arguments broken(String field, String what, Consumer<Report> breaking) {
        return arguments(field, what, breaking);
    }

    private static void coordinates(Report report, Double lat, Double lon) {
        report.getPlace().setLat(lat);
        report.getPlace().setLon(lon);
    }

    private static void killed(Report report, Estimate estimate) {
        report.setCasualties(new Casualties(estimate, null));
    }

    private static Arguments spoilt(String reason, UnaryOperator<byte[]> spoil) {
        return arguments(reason, spoil);
    }

    private static byte[] with(byte[] bytes, Consumer<ByteBuffer> change) {
        change.accept(ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static <T> T theOnly(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
