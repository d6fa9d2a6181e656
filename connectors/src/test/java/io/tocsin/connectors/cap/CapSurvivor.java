package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;
import static io.tocsin.connectors.cap.FakeAlerts.INDEX;
import static io.tocsin.connectors.cap.FakeAlerts.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.ReportStatus;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.FakeSource.Answer;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.survival.Survivor;
import io.tocsin.connectors.survival.Verdict;
import io.tocsin.connectors.survival.Way;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.source.SourceRecord;

/** An issuer of alerts, in trouble with the index, or with one of the messages. */
public final class CapSurvivor extends Survivor {

    private static final String TROUBLED = "/m07";
    private static final int MESSAGES = 60;

    private final FakeAlerts alerts;
    private int told = MESSAGES;

    public CapSurvivor() {
        this(new FakeAlerts());
    }

    private CapSurvivor(FakeAlerts alerts) {
        super(new PollingRig(new CapConnector(), CapTask::new), alerts.source(), INDEX, 0, TYPE);
        this.alerts = alerts;
    }

    @Override
    protected void begin() {
        alerts.configure(rig());
        AlertText first = alert("m00", SENT);
        alerts.put(first);
        for (int i = 1; i <= MESSAGES; i++) {
            AlertText next = alert("m%02d".formatted(i), SENT.plusSeconds(i)).withHeadline("Rocket " + i);
            alerts.put(i % 3 == 0 ? next.update(first) : next);
        }
        alerts.put("broken", SENT.plusSeconds(70), "<alert");
    }

    @Override
    protected int tellMore() {
        told++;
        alerts.put(alert("m" + told, SENT.plusSeconds(told)).withHeadline("Rocket " + told));
        return 1;
    }

    /** A message is asked for several times in a poll before that is told. */
    @Override
    protected List<Way> elsewhere(String error, Function<String, Answer> wrong) {
        return List.of(Way.answers(alerts.source(), TROUBLED, 0, error, Collections.nCopies(3, wrong.apply(TYPE))));
    }

    @Override
    protected Verdict paging() throws InterruptedException {
        String page = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>%s</id>"
                + "<link type=\"application/cap+xml\" href=\"/%s\"/></entry><link rel=\"next\" href=\"/%s\"/></feed>";
        String type = "application/atom+xml";
        alerts.source()
                .on(INDEX, FakeSource.body(type, page.formatted("m01", "m01", "page2")))
                .on("/page2", FakeSource.body(type, page.formatted("m02", "m02", "index.atom")));

        assertThat(names(rig().run())).doesNotHaveDuplicates().hasSize(2);
        return Verdict.told(2);
    }

    @Override
    protected Verdict tokenExpiry() {
        return Verdict.doesNotApply("no login");
    }

    @Override
    protected Verdict corrections() throws InterruptedException {
        rig().run();
        alerts.put(alert("later", SENT.plusSeconds(90))
                .withHeadline("Two rockets")
                .update(alert("m01", SENT.plusSeconds(1))));

        assertThat(rig().reports(rig().run())).singleElement().satisfies(report -> {
            assertThat(report.getRevision()).isPositive();
            assertThat(report.getSummary()).isEqualTo("Two rockets");
        });
        return Verdict.told(1);
    }

    @Override
    protected Verdict deletions() throws InterruptedException {
        rig().run();
        alerts.put(alert("later", SENT.plusSeconds(90)).cancel(alert("m01", SENT.plusSeconds(1))));

        assertThat(rig().reports(rig().run()))
                .singleElement()
                .satisfies(report -> assertThat(report.getStatus()).isEqualTo(ReportStatus.RETRACTED));
        return Verdict.told(1);
    }

    @Override
    protected List<Way> changedSchemas() {
        return List.of(
                way("changed-schema", FakeSource.body(TYPE, "<html/>")),
                way("changed-schema", FakeSource.body(TYPE, "{\"features\": []}")),
                way("changed-schema", FakeSource.body(TYPE, "<feed>".repeat(100_000))));
    }

    @Override
    protected List<Way> emptyAnswers() {
        return List.of();
    }

    @Override
    protected Verdict externalEntities() throws InterruptedException {
        String entity = alerts.source().url("/entity");
        String hostile = "<!DOCTYPE %s [<!ENTITY x SYSTEM \"%s\">]><%s>&x;</%s>";
        Verdict index = survives(List.of(
                way("changed-schema", FakeSource.body(TYPE, hostile.formatted("feed", entity, "feed", "feed")))));
        alerts.put("hostile", SENT.plusSeconds(80), hostile.formatted("alert", entity, "alert", "alert"));

        List<SourceRecord> records = rig().run();
        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .singleElement()
                .satisfies(letter -> assertThat(PollingRig.header(letter, "tocsin.error.reason"))
                        .isEqualTo("xml-doctype"));
        assertThat(rig().status(records).getError()).isNull();
        assertThat(alerts.source().asked("/entity")).isEmpty();
        return index;
    }

    @Override
    public void close() {
        alerts.close();
    }
}
