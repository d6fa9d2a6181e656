package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.connectors.polling.PollingRig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts with their updates and cancellations, as they come over HTTP. */
class CapStoriesTest {

    private final PollingRig rig = new PollingRig(new CapConnector(), CapTask::new);
    private final FakeAlerts alerts = new FakeAlerts();

    CapStoriesTest() {
        alerts.configure(rig);
    }

    @AfterEach
    void close() {
        alerts.close();
    }

    /** The next poll of a worker that was started anew, a minute later. */
    private List<SourceRecord> poll() throws InterruptedException {
        rig.clock().advance(Duration.ofMinutes(1));
        return rig.run();
    }

    private List<String> tell() throws InterruptedException {
        return rig.reports(poll()).stream().map(CapStoriesTest::brief).toList();
    }

    private static String brief(Report report) {
        boolean active = report.getStatus() == ReportStatus.ACTIVE;
        return report.getRevision() + " " + (active ? report.getSummary() : "retracted");
    }

    @Test
    void revisesAndRetractsOneReport() throws InterruptedException {
        AlertText first = alert("a", SENT);
        AlertText second = alert("b", SENT.plusSeconds(60)).update(first).withHeadline("Two rockets");
        AlertText third = alert("c", SENT.plusSeconds(90)).cancel(first, second).withoutInfo();

        alerts.put(first);
        assertThat(tell()).containsExactly("0 Rocket attack on Balad");
        alerts.put(second);
        assertThat(tell()).containsExactly("60 Two rockets");
        alerts.put(third);
        assertThat(tell()).containsExactly("90 retracted");
        assertThat(tell()).isEmpty();
    }

    @Test
    void tellsTheWholeStoryOfAFeedThatListsItBackwards() throws InterruptedException {
        AlertText first = alert("a", SENT);
        AlertText second = alert("b", SENT.plusSeconds(60)).update(first).withHeadline("Two rockets");
        alerts.put(second);
        alerts.put(first);

        assertThat(tell()).containsExactly("0 Rocket attack on Balad", "60 Two rockets");
    }

    @Test
    void knowsAnUpdateWhoseFirstMessageComesLaterOrNever() throws InterruptedException {
        AlertText first = alert("a", SENT);
        alerts.put(alert("b", SENT.plusSeconds(60)).update(first).withHeadline("Two rockets"));
        Report update = rig.reports(poll()).get(0);
        alerts.put(first);

        assertThat(tell()).isEmpty();
        assertThat(update.getRevision()).isEqualTo(60);
    }

    @Test
    void tellsACancellationOfWhatItDoesNotRemember() throws InterruptedException {
        alerts.put(alert("b", SENT.plusSeconds(60)).cancel(alert("a", SENT)));

        List<SourceRecord> records = poll();

        assertThat(rig.reports(records)).map(CapStoriesTest::brief).containsExactly("60 retracted");
        assertThat(PollingRig.text(records.get(0).key())).isEqualTo("IQ");
    }

    @Test
    void retractsNothingBecauseTheIndexForgetsIt() throws InterruptedException {
        alerts.put(alert("a", SENT));
        poll();
        alerts.remove("a");

        assertThat(tell()).isEmpty();
        alerts.put(alert("a", SENT));
        assertThat(tell()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endInOneReportInWhateverOrderAndPollsTheyCome(long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<AlertText> story = story(random);
        boolean cancelled = story.get(story.size() - 1).type().equals("Cancel");
        String newest = story.get(story.size() - 1).headline();
        Collections.shuffle(story, random);
        Map<String, Report> believed = new HashMap<>();
        for (AlertText next : story) {
            alerts.put(next);
            boolean together = random.nextInt(3) == 0;
            if (!together) {
                rig.reports(poll()).forEach(report -> believe(report, believed));
            }
        }
        rig.reports(poll()).forEach(report -> believe(report, believed));

        assertThat(believed.values().stream()
                        .filter(report -> report.getStatus() == ReportStatus.ACTIVE)
                        .map(Report::getSummary))
                .containsExactlyElementsOf(cancelled ? List.of() : List.of(newest));
    }

    private static void believe(Report report, Map<String, Report> believed) {
        Report before = believed.put(report.getId(), report);
        assertThat(before == null || before.getRevision() < report.getRevision())
                .isTrue();
    }

    /** An alert and what became of it; each message refers to one or two before it. */
    private static List<AlertText> story(Random random) {
        List<AlertText> story = new ArrayList<>(List.of(alert("m0", SENT)));
        for (int i = 1; i < 6; i++) {
            AlertText last = story.get(i - 1);
            AlertText earlier = story.get(random.nextInt(i));
            AlertText next = alert("m" + i, SENT.plusSeconds(60L * i)).withHeadline("Headline " + i);
            boolean cancels = i == 5 && random.nextBoolean();
            story.add(cancels ? next.cancel(last).withoutInfo() : next.update(last, earlier));
        }
        return story;
    }
}
