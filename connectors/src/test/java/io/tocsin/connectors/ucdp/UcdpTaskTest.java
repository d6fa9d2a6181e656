package io.tocsin.connectors.ucdp;

import static io.tocsin.connectors.ucdp.FakeUcdp.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import io.tocsin.connectors.polling.RestartTrial;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UcdpTaskTest {

    private static final int FIRST = new Version(25, 0).revision();

    private final PollingRig rig = new PollingRig(new UcdpConnector(), UcdpTask::new);
    private final FakeUcdp ucdp = new FakeUcdp();

    UcdpTaskTest() {
        ucdp.configure(rig);
    }

    @AfterEach
    void close() {
        ucdp.close();
    }

    private static ObjectNode[] rows(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(FakeUcdp::row).toArray(ObjectNode[]::new);
    }

    private List<String> told(List<SourceRecord> records) {
        return rig.reports(records).stream()
                .map(report -> report.getId() + " " + report.getStatus())
                .toList();
    }

    @Test
    void publishesEveryRowOnceHoweverManyPagesThereAre() throws InterruptedException {
        ucdp.release("25.1", rows(1, 7));

        List<SourceRecord> records = rig.run();

        assertThat(rig.reports(records))
                .extracting(Report::getId)
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThat(records).hasSize(8);
        assertThat(rig.status(records).getError()).isNull();
        assertThat(ucdp.source().asked(FakeUcdp.path("25.1")).get(0).field("StartDate"))
                .contains("2024-01-01");
        assertThat(rig.reports(rig.run())).isEmpty();
    }

    @Test
    void saysWhatTheRowSays() throws InterruptedException {
        ucdp.release("25.1", row(1));

        assertThat(rig.reports(rig.run())).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo("ucdp:1");
            assertThat(report.getRevision()).isEqualTo(FIRST);
            assertThat(report.getPlace().getCountry()).isEqualTo("IQ");
            assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2024-03-04T00:00:00Z"));
            assertThat(report.getOrigins()).containsExactly("Agence France Presse", "Reuters News");
            assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(6);
            assertThat(report.getAttributes())
                    .containsEntry("deaths-a", "1")
                    .containsEntry("deaths-b", "2")
                    .containsEntry("deaths-civilians", "3")
                    .containsEntry("clarity", "1")
                    .containsEntry("dyad", "Government of Iraq - IS")
                    .doesNotContainKey("sources");
        });
    }

    @Test
    void readsCandidateEventsAsTheyComeOut() throws InterruptedException {
        ucdp.release("25.1", rows(1, 1)).release("25.0.1", rows(11, 11)).release("25.0.2", rows(12, 12));

        assertThat(told(rig.run())).containsExactly("ucdp:1 ACTIVE", "ucdp:11 ACTIVE", "ucdp:12 ACTIVE");

        ucdp.release("25.0.3", rows(13, 13));
        assertThat(told(rig.run())).containsExactly("ucdp:13 ACTIVE");
    }

    @Test
    void replacesCandidateEventsByAYearlyRelease() throws InterruptedException {
        ucdp.release("25.1", rows(1, 2)).release("25.0.1", rows(11, 14));
        List<Report> before = rig.reports(rig.run());
        ucdp.release("26.1", row(1), row(11).put("best", 7), row(12), row(13).put("country", "Syria"), row(15));

        List<SourceRecord> records = rig.run();

        assertThat(told(records))
                .containsExactly(
                        "ucdp:1 ACTIVE",
                        "ucdp:11 ACTIVE",
                        "ucdp:12 ACTIVE",
                        "ucdp:13 ACTIVE",
                        "ucdp:15 ACTIVE",
                        "ucdp:2 RETRACTED",
                        "ucdp:13 RETRACTED",
                        "ucdp:14 RETRACTED");
        List<Report> after = rig.reports(records);
        assertThat(after)
                .allSatisfy(now -> assertThat(before)
                        .filteredOn(then -> then.getId().equals(now.getId()))
                        .allSatisfy(then -> assertThat(now.getRevision()).isGreaterThan(then.getRevision())));
        assertThat(records.subList(5, 8))
                .extracting(record -> PollingRig.text(record.key()))
                .containsOnly("IQ");
        assertThat(after.get(6).getRevision()).isLessThan(after.get(3).getRevision());

        ucdp.release("26.0.1", rows(21, 21)).release("25.0.2", rows(31, 31));
        assertThat(told(rig.run())).containsExactly("ucdp:21 ACTIVE");
    }

    @Test
    void beginsAReleaseAgainThatWasReplacedWhileItWasRead() throws InterruptedException {
        ucdp.release("25.1", rows(1, 7));
        PollingTask task = rig.started();
        List<SourceRecord> batch = null;
        while (batch == null) {
            batch = task.poll();
        }
        ucdp.release("25.1", rows(1, 8));

        assertThat(rig.reports(rig.run(task))).extracting(Report::getId).contains("ucdp:1", "ucdp:8");
        task.stop();
    }

    @Test
    void tellsThatTheTokenIsWrongAndNotWhichItIs() throws InterruptedException {
        rig.with("ucdp.token", "wr0ng");
        ucdp.release("25.1", rows(1, 1));

        assertThat(rig.status(rig.run()).getError()).startsWith("unauthorized").doesNotContain("wr0ng");
    }

    @Test
    void takesNoRowsForAFault() throws InterruptedException {
        assertThat(rig.status(rig.run()).getError()).startsWith("empty-answer").contains("ucdp.version");

        ucdp.release("25.1");
        assertThat(rig.status(rig.run()).getError()).startsWith("empty-answer");
    }

    @Test
    void takesNoRowsWhereThereAlwaysWereForAFault() throws InterruptedException {
        ucdp.release("25.1", rows(1, 2));
        rig.run();
        ucdp.release("25.1");

        assertThat(rig.status(rig.run()).getError()).startsWith("empty-answer");
    }

    @Test
    void isToldOfAColumnLess() throws InterruptedException {
        ObjectNode row = row(1);
        row.remove("date_prec");
        ucdp.release("25.1", row);

        assertThat(rig.status(rig.run()).getError())
                .startsWith("changed-schema")
                .contains("date_prec");
    }

    @Test
    void sendsAnImpossibleRowToTheDeadLetters() throws InterruptedException {
        ucdp.release("25.1", row(1), row(2).put("date_start", "2024-02-31T00:00:00"), row(3).put("more", "x"));

        List<SourceRecord> records = rig.run();

        assertThat(told(records)).containsExactly("ucdp:1 ACTIVE", "ucdp:3 ACTIVE");
        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .singleElement()
                .satisfies(letter -> assertThat(PollingRig.header(letter, "tocsin.error.field"))
                        .isEqualTo("occurrence.from"));
    }

    @Test
    void losesNothingWhenTheWorkerDies() throws InterruptedException {
        ucdp.release("25.1", rows(1, 4)).release("25.0.1", rows(11, 15));
        rig.run();
        rig.keep();
        ucdp.release("26.1", rows(3, 12)).release("26.0.1", rows(21, 24));

        RestartTrial.Result result = new RestartTrial(rig).run();

        System.out.println("ucdp, a yearly release of " + result.records() + " records, after batches: "
                + result.afterBatches() + "; after records: " + result.afterRecords());
        assertThat(result.afterBatches().cuts()).isGreaterThan(2);
        assertThat(result.afterBatches().lost()).isZero();
        assertThat(result.afterBatches().repeated()).isZero();
        assertThat(result.afterBatches().changed()).isZero();
        assertThat(result.afterRecords().lost()).isZero();
        assertThat(result.afterRecords().changed()).isZero();
    }

    @Test
    void neverPutsAnEarlierCodingRoundAboveALaterOne() {
        List<String> rounds = List.of("24.1", "24.0.1", "24.0.12", "25.1", "25.0.1", "25.0.3", "26.1", "26.0.1");

        assertThat(rounds.stream().map(text -> Version.parse(text).revision()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rounds).allSatisfy(text -> assertThat(Version.parse(text)).hasToString(text));
    }
}
