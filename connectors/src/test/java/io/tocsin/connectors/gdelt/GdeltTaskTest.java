package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static io.tocsin.connectors.gdelt.Rows.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GdeltTaskTest {

    private static final String T1 = "20260601120000";
    private static final String T2 = "20260601121500";
    private static final String T3 = "20260601123000";
    private static final String T4 = "20260601124500";

    private final PollingRig rig = new PollingRig(new GdeltConnector(), GdeltTask::new);
    private final FakeGdelt gdelt = new FakeGdelt();

    GdeltTaskTest() {
        gdelt.configure(rig);
    }

    @AfterEach
    void close() {
        gdelt.close();
    }

    private List<String> ids(List<SourceRecord> records) {
        return rig.reports(records).stream().map(Report::getId).toList();
    }

    private static Rows elsewhere(long id, String added) {
        return attack(id, added).article("http://example.net/" + id);
    }

    @Test
    void beginsWithTheNewestFile() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1)).publish(T2, elsewhere(2, T2));

        List<SourceRecord> records = rig.run();

        assertThat(ids(records)).containsExactly("gdelt:2");
        assertThat(rig.status(records).getError()).isNull();
        assertThat(rig.status(records).getId()).isEqualTo("gdelt");
        assertThat(PollingRig.text(records.get(0).key())).isEqualTo("NG");
        assertThat(gdelt.source().asked(FakeGdelt.MASTER)).isEmpty();
    }

    @Test
    void publishesTheNextFileAndNoneTwice() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1));
        rig.run();
        assertThat(rig.reports(rig.run())).isEmpty();

        gdelt.publish(T2, elsewhere(2, T2));

        assertThat(ids(rig.run())).containsExactly("gdelt:2");
        assertThat(gdelt.source().asked(FakeGdelt.MASTER)).isEmpty();
    }

    @Test
    void catchesUpInOrderAfterAnOutage() throws InterruptedException {
        gdelt.note("0 not a line\n".repeat(5000)).publish(T1, elsewhere(1, T1));
        rig.run();
        gdelt.publish(T2, elsewhere(2, T2)).publish(T3, elsewhere(3, T3)).publish(T4, elsewhere(4, T4));

        assertThat(ids(rig.run())).containsExactly("gdelt:2", "gdelt:3", "gdelt:4");
        assertThat(gdelt.source().asked(FakeGdelt.MASTER)).hasSize(1);
    }

    @Test
    void catchesUpADayAPollAtMost() throws InterruptedException {
        gdelt.publish("20260601000000", elsewhere(1, T1));
        rig.run();
        List<String> times = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "202606%02d%02d%02d00".formatted(1 + i / 96, i / 4 % 24, i % 4 * 15))
                .toList();
        for (int i = 0; i < times.size(); i++) {
            gdelt.publish(times.get(i), elsewhere(100 + i, times.get(i)));
        }
        List<String> expected =
                IntStream.range(0, 100).mapToObj(i -> "gdelt:" + (100 + i)).toList();

        assertThat(ids(rig.run())).containsExactlyElementsOf(expected.subList(0, GdeltFeed.MOST_FILES));
        assertThat(ids(rig.run())).containsExactlyElementsOf(expected.subList(GdeltFeed.MOST_FILES, 100));
    }

    @Test
    void tellsWhatIsTooFarBackToCatchUp() throws InterruptedException {
        rig.with("gdelt.catch.up.ms", Long.toString(Duration.ofMinutes(30).toMillis()));
        gdelt.publish(T1, elsewhere(1, T1));
        rig.run();
        gdelt.publish(T2, elsewhere(2, T2)).publish(T3, elsewhere(3, T3)).publish(T4, elsewhere(4, T4));
        gdelt.publish("20260601130000", elsewhere(5, "20260601130000"));

        List<SourceRecord> records = rig.run();

        assertThat(ids(records)).containsExactly("gdelt:4", "gdelt:5");
        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(PollingRig.header(letter, "tocsin.error.reason")).isEqualTo("missing-file");
                    assertThat(PollingRig.header(letter, "tocsin.error.message"))
                            .contains("2026-06-01T12:00:00Z", "2026-06-01T12:30:00Z", "gdelt.catch.up.ms");
                });
    }

    @Test
    void leavesAMissingFileOutAfterSomeTriesAndTellsIt() throws InterruptedException {
        rig.with("gdelt.file.tries", "3");
        gdelt.publish(T1, elsewhere(1, T1));
        rig.run();
        gdelt.publish(T2, elsewhere(2, T2)).publish(T3, elsewhere(3, T3));
        gdelt.source().on(FakeGdelt.exportPath(T2), FakeSource.status(404));
        PollingTask task = rig.started();
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            errors.add(rig.status(rig.run(task)).getError());
            rig.clock().advance(Duration.ofMinutes(20));
        }

        List<SourceRecord> last = rig.run(task);
        task.stop();

        assertThat(errors)
                .allSatisfy(error -> assertThat(error).startsWith("not-found").contains(T2, "of 3 times"));
        assertThat(ids(last)).containsExactly("gdelt:3");
        assertThat(last.stream().filter(PollingRig::isDeadLetter))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(PollingRig.header(letter, "tocsin.error.reason")).isEqualTo("missing-file");
                    assertThat(PollingRig.text(letter.value())).contains(FakeGdelt.exportPath(T2));
                });
        assertThat(rig.status(last).getError()).isNull();
    }

    @Test
    void publishesWithoutMentionsWhereThoseAreMissing() throws InterruptedException {
        rig.with("gdelt.file.tries", "1");
        gdelt.publish(T1, elsewhere(1, T1));
        gdelt.source().on(FakeGdelt.mentionsPath(T1), FakeSource.status(404));

        List<SourceRecord> records = rig.run();

        assertThat(rig.reports(records))
                .singleElement()
                .satisfies(report -> assertThat(report.getOrigins()).containsExactly("example.net"));
        assertThat(records.stream().filter(PollingRig::isDeadLetter)).hasSize(1);
    }

    @Test
    void takesNoFileThatTheListDoesNotName() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1));
        gdelt.source()
                .nextAt(
                        FakeGdelt.exportPath(T1),
                        FakeSource.body("application/zip", FakeGdelt.zipped(Rows.file(elsewhere(9, T1)))));
        PollingTask task = rig.started();

        assertThat(rig.status(rig.run(task)).getError())
                .startsWith("incomplete-body")
                .contains("not the file of the list");
        rig.clock().advance(Duration.ofMinutes(20));
        assertThat(ids(rig.run(task))).containsExactly("gdelt:1");
        task.stop();
    }

    @Test
    void countsWhoMentionsAnEvent() throws InterruptedException {
        gdelt.publish(
                T1,
                Rows.file(attack(1, T1), attack(2, T1)),
                mention(1, "afp.com", 40)
                        + mention(2, "example.org", 80)
                        + mention(2, "bbc.co.uk", 20)
                        + mention(7, "earlier.example", 100)
                        + "half a row\n");

        assertThat(rig.reports(rig.run())).singleElement().satisfies(report -> {
            assertThat(report.getOrigins()).containsExactly("afp.com", "bbc.co.uk", "example.org");
            assertThat(report.getAttributes()).containsEntry("confidence", "80").containsEntry("rows", "2");
        });
    }

    @Test
    void knowsAnEventThatComesAgain() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1));
        Report before = rig.reports(rig.run()).get(0);
        gdelt.publish(T2, elsewhere(1, T1), elsewhere(2, T2));

        List<Report> after = rig.reports(rig.run());

        assertThat(after).extracting(Report::getId).containsExactly("gdelt:1", "gdelt:2");
        assertThat(after.get(0).getRevision()).isEqualTo(before.getRevision() + 1);
        assertThat(after.get(0).getPublishedAt()).isEqualTo(before.getPublishedAt());
    }

    @Test
    void tellsTwoFilesWithTheSameContentApart() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1));
        rig.run();
        gdelt.publish(T2, elsewhere(2, T2)).publish(T3, elsewhere(2, T2));

        assertThat(rig.reports(rig.run())).extracting(Report::getRevision).doesNotHaveDuplicates();
    }

    @Test
    void sendsRowsThatCannotBeToTheDeadLetters() throws InterruptedException {
        gdelt.publish(
                T1,
                Rows.file(
                                elsewhere(1, T1),
                                elsewhere(2, T1).day("20260231"),
                                elsewhere(3, T1).day("20260701"),
                                elsewhere(4, T1).with(56, "95"),
                                elsewhere(5, T1).with(59, "soon"),
                                elsewhere(6, T1).with(0, "six"))
                        + "1\t2\t3\n",
                "");

        List<SourceRecord> records = rig.run();

        assertThat(ids(records)).containsExactly("gdelt:1");
        assertThat(records.stream()
                        .filter(PollingRig::isDeadLetter)
                        .map(letter -> PollingRig.header(letter, "tocsin.error.reason")))
                .containsExactly(
                        "invalid-field",
                        "invalid-field",
                        "invalid-field",
                        "invalid-field",
                        "invalid-field",
                        "malformed-csv");
    }

    @Test
    void readsTheSelectedCountriesOnly() throws InterruptedException {
        rig.with("gdelt.countries", "IQ");
        gdelt.publish(T1, elsewhere(1, T1), elsewhere(2, T1).place("4", "Baghdad, Baghdad, Iraq", "IZ"));

        assertThat(ids(rig.run())).containsExactly("gdelt:2");
    }

    @Test
    void asksNoPrivateAddressThatAListNames() throws InterruptedException {
        gdelt.publish(T1, elsewhere(1, T1));
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
    }
}
