package io.tocsin.connectors.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.avro.Report;
import io.tocsin.connectors.polling.FakeSource;
import io.tocsin.connectors.polling.PollingRig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What becomes of the messages and feeds of the CAP library of Google, good and broken; skipped where they are not at hand. */
class CapFilesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data");
    private static final String EVERYTHING =
            "Geo,Met,Safety,Security,Rescue,Fire,Health,Env,Transport,Infra,CBRNE,Other";
    private static final String DOCUMENT = "/document";

    private static Path folder(String name) {
        Path inRepository = FOLDER.resolve(name);
        Path folder = Files.exists(inRepository) ? inRepository : Path.of("..").resolve(inRepository);
        assumeTrue(Files.exists(folder), () -> "SKIPPED: " + inRepository.toAbsolutePath() + " is not there");
        return folder;
    }

    private static List<Path> files(String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** What the connector makes of a feed, in few words. */
    private static String outcome(FakeSource source, String categories) throws InterruptedException {
        PollingRig rig = new PollingRig(new CapConnector(), CapTask::new)
                .with(CapPlugin.URL, source.url(DOCUMENT))
                .with(CapPlugin.SOURCE, "test")
                .with(CapPlugin.CATEGORIES, categories);
        List<SourceRecord> records = rig.run();
        String error = rig.status(records).getError();
        return error == null
                ? records.subList(0, records.size() - 1).stream()
                        .map(record -> brief(rig, record))
                        .collect(Collectors.joining("; "))
                : error.replaceAll(":.*\\((.*)\\)", " ($1)").replaceAll("http://\\S+", "");
    }

    private static String brief(PollingRig rig, SourceRecord record) {
        if (PollingRig.isDeadLetter(record)) {
            return "dead letter " + PollingRig.header(record, "tocsin.error.reason");
        }
        Report report = rig.report(record);
        return "%s r%d %s %s %s"
                .formatted(
                        report.getStatus(),
                        report.getRevision(),
                        report.getCategory(),
                        report.getPlace().getCountry(),
                        report.getPlace().getPrecision());
    }

    private static String both(byte[] document) throws InterruptedException {
        String usual;
        String all;
        try (FakeSource source = serving(document)) {
            usual = outcome(source, "Security");
            all = outcome(source, EVERYTHING);
        }
        return (usual.isEmpty() ? "left out" : usual) + " | " + (all.isEmpty() ? "left out" : all);
    }

    /** Other documents of the feed are at the same server and are a message of their own. */
    private static FakeSource serving(byte[] document) {
        FakeSource source = new FakeSource();
        String local = new String(document, StandardCharsets.ISO_8859_1)
                .replaceAll("(href|src)\\s*=\\s*(['\"])https?://[^'\"/]*", "$1=$2" + source.url(""))
                .replaceAll("<link>\\s*https?://[^</]*", "<link>" + source.url(""));
        String linked = AlertText.alert("linked", AlertText.SENT)
                .withCategory("Met")
                .withHeadline("Rain")
                .xml();
        FakeSource.Answer message = FakeSource.body("application/cap+xml", linked);
        return source.on(DOCUMENT, FakeSource.body("text/xml", local.getBytes(StandardCharsets.ISO_8859_1)))
                .on("/earthquakes/catalogs/cap/us2010apcd", message)
                .on("/alerts-beta/wwacapget.php", message)
                .on("/Public/News/GetCapAlert.aspx", message)
                .on("/examples/KAR0-0306112239-SW.cap", message);
    }

    private static String table(List<Path> files) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Path file : files) {
            table.append(file.getFileName())
                    .append(" | ")
                    .append(both(Files.readAllBytes(file)))
                    .append('\n');
        }
        System.out.println("\nfile | usual filter | all categories\n" + table);
        return table.toString();
    }

    @Test
    void everyMessageHasItsOutcome() throws IOException, InterruptedException {
        assertThat(table(files("cap", ".cap"))).isEqualTo("""
                        43b080713727.cap | ACTIVE r0 THREAT null UNKNOWN | ACTIVE r0 THREAT null UNKNOWN
                        KAR0-0306112239-SW.cap | left out | ACTIVE r0 ABDUCTION US UNKNOWN
                        australia.cap | left out | ACTIVE r0 UNKNOWN AU DISTRICT
                        canada.cap | left out | ACTIVE r5759 UNKNOWN CA PROVINCE
                        canada_errors.cap | dead letter missing-field | dead letter missing-field
                        canada_signed.cap | left out | ACTIVE r86100 UNKNOWN CA COUNTRY
                        earthquake-iso8859-1.cap | left out | ACTIVE r0 UNKNOWN null SITE
                        earthquake.cap | left out | ACTIVE r0 UNKNOWN null SITE
                        earthquake_signed.cap | left out | ACTIVE r0 UNKNOWN null SITE
                        invalid.cap | dead letter missing-field | dead letter missing-field
                        no_optional_fields.cap | left out | left out
                        noaa_errors.cap | left out | ACTIVE r0 UNKNOWN US UNKNOWN
                        thunderstorm.cap | left out | ACTIVE r0 UNKNOWN US DISTRICT
                        wcatwc-warning.cap | left out | ACTIVE r2455 UNKNOWN US UNKNOWN
                        weather.cap | left out | ACTIVE r0 UNKNOWN US UNKNOWN
                        xee.cap | changed-schema (xml-doctype) | changed-schema (xml-doctype)
                        """);
    }

    @Test
    void everyFeedHasItsOutcome() throws IOException, InterruptedException {
        assertThat(table(files("feeds", ".atom", ".rss"))).isEqualTo("""
                        amber.atom | left out | ACTIVE r0 ABDUCTION US UNKNOWN
                        amber.rss | left out | ACTIVE r0 UNKNOWN null SITE
                        canada_signed.atom | left out | ACTIVE r86100 UNKNOWN CA COUNTRY
                        earthquake.atom | left out | ACTIVE r0 UNKNOWN null SITE
                        earthquake_index.atom | left out | ACTIVE r0 UNKNOWN null SITE
                        empty_weather_index.atom | left out | left out
                        invalid.rss | dead letter no-document | dead letter no-document
                        invalid_element.atom | dead letter no-document | dead letter no-document
                        no_entries.atom | left out | left out
                        no_id.atom | dead letter no-document | dead letter no-document
                        no_link.atom | dead letter no-document | dead letter no-document
                        no_title.atom | dead letter no-document | dead letter no-document
                        ny_index.rss | left out | ACTIVE r0 UNKNOWN null SITE
                        weather.atom | left out | ACTIVE r0 UNKNOWN US UNKNOWN
                        weather_index.atom | left out | ACTIVE r0 UNKNOWN null SITE
                        weather_invalid.atom | dead letter invalid-field | dead letter invalid-field
                        xee.atom | changed-schema (xml-doctype) | changed-schema (xml-doctype)
                        """);
    }
}
