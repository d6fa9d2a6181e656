package io.tocsin.connectors.cap;

import static io.tocsin.connectors.cap.AlertText.SENT;
import static io.tocsin.connectors.cap.AlertText.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.connectors.polling.Digests;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import io.tocsin.connectors.polling.PollingTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapTaskTest {

    private final PollingRig rig = new PollingRig(new CapConnector(), CapTask::new);
    private final FakeAlerts alerts = new FakeAlerts();

    CapTaskTest() {
        alerts.configure(rig);
    }

    @AfterEach
    void close() {
        alerts.close();
    }

    /** The next poll, a minute later. */
    private List<SourceRecord> poll() throws InterruptedException {
        rig.clock().advance(Duration.ofMinutes(1));
        return rig.run();
    }

    private List<String> tell() throws InterruptedException {
        return rig.reports(poll()).stream().map(CapTaskTest::brief).toList();
    }

    private static String brief(Report report) {
        boolean active = report.getStatus() == ReportStatus.ACTIVE;
        return report.getRevision() + " " + (active ? report.getSummary() : "retracted");
    }

    @Test
    void tellsAllThatAnAlertSays() throws InterruptedException {
        alerts.put(alert("a", SENT));

        Report report = rig.reports(poll()).get(0);

        assertThat(report.getId()).startsWith("test:").hasSize("test:".length() + 12);
        assertThat(report.getCategory()).isEqualTo(Category.ROCKET);
        assertThat(report.getSummary()).isEqualTo("Rocket attack on Balad");
        assertThat(report.getOrigins()).containsExactly("Ministry of Interior");
        assertThat(report.getPublishedAt()).isEqualTo(SENT);
        assertThat(report.getOccurrence().getUntil()).isEqualTo(SENT);
        assertThat(report.getPlace().getCountry()).isEqualTo("IQ");
        assertThat(report.getPlace().getSite()).isEqualTo("Balad");
        assertThat(report.getPlace().getLat()).isEqualTo(34.01);
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.SITE);
        assertThat(report.getEvidence().getUrl()).isEqualTo(alerts.source().url("/a"));
        assertThat(report.getAttributes())
                .containsEntry("cap.identifier", "a")
                .containsEntry("cap.severity", "severe")
                .containsEntry("cap.signed", "false");
    }

    @Test
    void keepsTheDocumentToTheLastByte() throws InterruptedException, IOException {
        String signed = alert("a", SENT)
                .xml()
                .replace(
                        "</alert>",
                        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">\r\n é </Signature></alert>");
        alerts.put("a", SENT, signed);

        Map<String, String> attributes = rig.reports(poll()).get(0).getAttributes();

        StringBuilder packed = new StringBuilder();
        new TreeMap<>(attributes)
                .forEach((name, value) -> packed.append(name.startsWith(Originals.PIECE) ? value : ""));
        byte[] document = new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(packed.toString())))
                .readAllBytes();
        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(signed);
        assertThat(attributes)
                .containsEntry("cap.signed", "true")
                .containsEntry(Originals.DIGEST, Digests.full(document))
                .allSatisfy((name, value) -> assertThat(value).hasSizeLessThanOrEqualTo(8000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exercise", "Test", "System", "Draft"})
    void tellsOnlyWhatIsActual(String status) throws InterruptedException {
        alerts.put(alert("a", SENT).withStatus(status));

        assertThat(tell()).isEmpty();
        assertThat(rig.leftOut("test", "not-actual")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Alert, Security, Anything, true",
        "Alert, Met, Thunderstorm, false",
        "Alert, Safety, Active shooter at the mall, true",
        "Alert, Safety, Troubleshooting, false",
        "Alert, Met, Bombogenesis, false",
        "Ack, Security, Anything, false",
    })
    void tellsOnlyWhatSpeaksOfSecurity(String type, String category, String headline, boolean told)
            throws InterruptedException {
        alerts.put(alert("a", SENT).withType(type).withCategory(category).withHeadline(headline));

        assertThat(tell()).hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "<sent>2026-05-30T10:00:00-00:00</sent>, <sent>2026-05-30T10:00:00</sent>, invalid-field, sent",
        "<sent>2026-05-30T10:00:00-00:00</sent>, '', missing-field, sent",
        "<identifier>a<, '<identifier>a, b<', invalid-field, identifier",
        "<status>Actual<, <status>Real<, invalid-field, status",
        "<msgType>Alert<, <msgType>Update<, missing-field, references",
        "<scope>Public</scope>, '<scope>Public</scope><references>x</references>', invalid-field, references",
        "cap:1.2, cap:1.0, not-cap, ''",
        "</info>, '', xml-malformed, ''",
        "<scope>, '<scope>&unheard;', xml-malformed, ''",
    })
    void makesDeadLettersOfBrokenMessages(String good, String bad, String reason, String field)
            throws InterruptedException {
        alerts.put(alert("good", SENT));
        alerts.put("a", SENT, alert("a", SENT).xml().replace(good, bad));

        List<SourceRecord> records = poll();

        SourceRecord dead =
                records.stream().filter(PollingRig::isDeadLetter).findFirst().orElseThrow();
        assertThat(PollingRig.header(dead, "tocsin.error.reason")).isEqualTo(reason);
        assertThat(field.isEmpty() ? "" : PollingRig.header(dead, "tocsin.error.field"))
                .isEqualTo(field);
        assertThat(PollingRig.text(dead.value())).contains("urn:oasis");
        assertThat(rig.reports(records)).hasSize(1);
        assertThat(rig.status(records).getError()).isNull();
        assertThat(poll()).hasSize(1);
    }

    @Test
    void refusesADocumentThatNestsTooDeep() throws InterruptedException {
        alerts.put("a", SENT, "<a>".repeat(100_000));
        alerts.put("b", SENT, "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>");

        assertThat(poll().stream()
                        .filter(PollingRig::isDeadLetter)
                        .map(record -> PollingRig.header(record, "tocsin.error.reason")))
                .containsExactlyInAnyOrder("xml-too-large", "xml-doctype");
    }

    @Test
    void readsPastPolygonsThatAreNone() throws InterruptedException {
        alerts.put(alert("a", SENT)
                .withArea("<polygon></polygon><polygon>1,2 3</polygon><polygon>95,1 2,2 3,1 95,1</polygon>"
                        + "<circle>south</circle><polygon>33,44 33.2,44 33.2,44.2 33,44.2 33,44</polygon>"));

        Report report = rig.reports(poll()).get(0);

        assertThat(report.getPlace().getLat()).isCloseTo(33.1, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(report.getPlace().getLon()).isCloseTo(44.1, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.DISTRICT);
    }

    @Test
    void asksForNothingThatHasNotChanged() throws InterruptedException {
        alerts.put(alert("a", SENT));
        poll();
        poll();
        alerts.put(alert("b", SENT.plusSeconds(1)));
        poll();
        alerts.remove("a");
        poll();

        assertThat(alerts.source().asked("/a")).hasSize(1);
        assertThat(alerts.source().asked("/b")).hasSize(1);
        assertThat(alerts.source().asked(FakeAlerts.INDEX)).hasSize(4);
    }

    @Test
    void readsWhatElseThereIsWhereADocumentCannotBeHad() throws InterruptedException {
        alerts.put(alert("a", SENT));
        alerts.put(alert("b", SENT.plusSeconds(1)).withHeadline("Rocket b"));
        alerts.put(alert("c", SENT.plusSeconds(2)).withHeadline("Rocket c"));
        alerts.source().on("/a", FakeSource.status(503)).on("/b", FakeSource.status(404));
        PollingTask task = rig.started();

        List<SourceRecord> records = rig.run(task);

        assertThat(rig.reports(records)).map(CapTaskTest::brief).containsExactly("0 Rocket c");
        assertThat(records.stream().filter(PollingRig::isDeadLetter))
                .map(record -> PollingRig.header(record, "tocsin.error.reason"))
                .containsExactly("document-unavailable");
        assertThat(rig.status(records).getError()).startsWith("server-error");

        alerts.put(alert("a", SENT));
        rig.clock().advance(Duration.ofHours(1));
        assertThat(rig.reports(rig.run(task))).map(CapTaskTest::brief).containsExactly("0 Rocket attack on Balad");
        task.stop();
    }

    @Test
    void followsTheIndexToItsFurtherPages() throws InterruptedException {
        String entry = "<entry><id>%s</id><link type=\"application/cap+xml\" href=\"/%s\"/></entry>";
        String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">%s<link rel=\"next\" href=\"%s\"/></feed>";
        alerts.put(alert("a", SENT));
        alerts.put(alert("b", SENT.plusSeconds(1)).withHeadline("Rocket b"));
        String type = "application/atom+xml";
        alerts.source()
                .on(FakeAlerts.INDEX, FakeSource.body(type, feed.formatted(entry.formatted("a", "a"), "/page2")))
                .on("/page2", FakeSource.body(type, feed.formatted(entry.formatted("b", "b"), FakeAlerts.INDEX)));

        assertThat(tell()).containsExactly("0 Rocket attack on Balad", "0 Rocket b");
    }

    @Test
    void takesTheLanguageThatIsWanted() throws InterruptedException {
        String both = alert("a", SENT)
                .xml()
                .replace(
                        "<info>",
                        "<info><language>ar-IQ</language><category>Security</category><event>x</event>"
                                + "<headline>بلد</headline></info><info>");
        alerts.put("a", SENT, both);
        assertThat(tell()).containsExactly("0 Rocket attack on Balad");

        rig.keep();
        rig.goBack();
        rig.with(CapPlugin.LANGUAGES, "ar,en")
                .with(CapPlugin.URL, alerts.source().url("/a"));
        assertThat(tell()).containsExactly("0 بلد");
    }

    @Test
    void goesNowhereWithinTheOwnNetwork() throws InterruptedException {
        rig.with("allow.private.addresses", "false");

        assertThat(rig.status(rig.run()).getError()).startsWith("refused-address");
    }
}
