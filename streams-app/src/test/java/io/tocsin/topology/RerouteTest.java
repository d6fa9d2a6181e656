package io.tocsin.topology;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.schemas.deadletter.DeadLetterHeaders;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** One country, one task: what lies elsewhere is sent round once. */
class RerouteTest {

    private static final String ROUND = "harness-rerouted-repartition";
    private static final int PARTITIONS = 3;

    /** Countries whose reports belong into the driver's one partition, which is the first. */
    private static final List<String> AT_HOME = countries(0);

    private static final List<String> ELSEWHERE = countries(1);

    @Test
    void neverSendsRoundWhatLiesRight() {
        try (Harness harness = Harness.withPartitions(PARTITIONS)) {
            AT_HOME.forEach(country -> harness.raw(country.getBytes(UTF_8), harness.encoded(from(country))));

            assertThat(harness.incidents()).hasSameSizeAs(AT_HOME);
            assertThat(harness.topicsWrittenTo()).doesNotContain(ROUND);
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void sendsRoundOnceWhatHasNoKeyOrAnother() {
        for (byte[] key : new byte[][] {null, new byte[0], "SY".getBytes(UTF_8), "iq".getBytes(UTF_8), new byte[300]}) {
            try (Harness harness = Harness.withPartitions(PARTITIONS)) {
                harness.raw(key, harness.encoded(from(AT_HOME.get(0))));

                assertThat(harness.sentRound()).containsExactly(AT_HOME.get(0));
                assertThat(harness.incidents()).hasSize(1);
                assertThat(harness.deadLetters()).isEmpty();
            }
        }
    }

    @Test
    void sendsRoundOnceWhatHasTheRightKeyInAnotherPartition() {
        try (Harness harness = Harness.withPartitions(PARTITIONS)) {
            ELSEWHERE.forEach(country -> harness.raw(country.getBytes(UTF_8), harness.encoded(from(country))));

            assertThat(harness.sentRound()).isEqualTo(ELSEWHERE);
            assertThat(harness.incidents()).hasSameSizeAs(ELSEWHERE);
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Test
    void keepsTogetherWhatCameRightAndWhatWasSentRound() {
        String country = AT_HOME.get(0);
        try (Harness harness = Harness.withPartitions(PARTITIONS)) {
            harness.raw(country.getBytes(UTF_8), harness.encoded(from(country)));
            Report revised = from(country);
            revised.setRevision(1);
            revised.setSummary("Three rockets, not two");
            harness.raw("wrong".getBytes(UTF_8), harness.encoded(revised));

            assertThat(harness.incidents())
                    .extracting(io.tocsin.avro.Incident::getRevision, io.tocsin.avro.Incident::getSummary)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0, null),
                            org.assertj.core.groups.Tuple.tuple(1, "Three rockets, not two"));
        }
    }

    @Test
    void namesTheOriginalPlaceOfWhatIsBothMisroutedAndRefused() {
        try (Harness harness = Harness.withPartitions(PARTITIONS)) {
            byte[] key = "wrong".getBytes(UTF_8);
            Report toCome = from(AT_HOME.get(0));
            toCome.setPublishedAt(Harness.START.plus(Duration.ofDays(2)));
            harness.raw(key, harness.encoded(toCome));

            assertThat(harness.deadLetters()).hasSize(1).allSatisfy(letter -> {
                DeadLetterHeaders headers = DeadLetterHeaders.read(letter.headers());
                assertThat(headers.get(DeadLetterHeaders.REASON)).hasValue("future");
                assertThat(headers.get(DeadLetterHeaders.TOPIC)).hasValue("tocsin.reports");
                assertThat(letter.key()).isEqualTo(key);
            });
            assertThat(harness.incidents()).isEmpty();
        }
    }

    private static Report from(String country) {
        return ReportRecords.record(aReport()
                .id(country)
                .in(ReportBuilder.site(country, "P", "D", "S"))
                .build());
    }

    private static List<String> countries(int partition) {
        return IntStream.range(0, 26)
                .mapToObj(letter -> "A" + (char) ('A' + letter))
                .filter(country -> Utils.toPositive(Utils.murmur2(country.getBytes(UTF_8))) % PARTITIONS == partition)
                .toList();
    }
}
