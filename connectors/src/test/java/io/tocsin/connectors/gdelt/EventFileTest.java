package io.tocsin.connectors.gdelt;

import static io.tocsin.connectors.gdelt.Rows.attack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.avro.Category;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import io.tocsin.connectors.publishing.Publication;
import io.tocsin.connectors.publishing.Publication.ReportRead;
import io.tocsin.connectors.web.SourceFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFileTest {

    private static final String TIME = "20260601120000";
    private static final Path REAL = Path.of("../../shared/data/gdelt/20180101000000.export.CSV.gz");

    private static List<Report> reports(byte[] content) throws SourceFault {
        EventFile file = EventFile.read("a file", content, Set.of());
        List<Publication> all = file.publications(new GdeltReports(0.3), Mentions.of(file.ids(), new byte[0]), 7);
        return all.stream()
                .filter(ReportRead.class::isInstance)
                .map(read -> ((ReportRead) read).report())
                .toList();
    }

    private static List<Report> reports(Rows... rows) throws SourceFault {
        return reports(Rows.file(rows).getBytes(StandardCharsets.UTF_8));
    }

    private static Report only(Rows... rows) throws SourceFault {
        assertThat(reports(rows)).hasSize(1);
        return reports(rows).get(0);
    }

    @Test
    void saysWhatTheRowSays() throws SourceFault {
        Report report = only(attack(719, TIME));

        assertThat(report.getId()).isEqualTo("gdelt:719");
        assertThat(report.getRevision()).isEqualTo(7);
        assertThat(report.getSource().getKind()).isEqualTo(SourceKind.NEWS);
        assertThat(report.getSource().getReliability()).isEqualTo(0.3);
        assertThat(report.getPublishedAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(report.getOccurrence())
                .isEqualTo(new Occurrence(
                        Instant.parse("2026-06-01T00:00:00Z"),
                        Instant.parse("2026-06-02T00:00:00Z"),
                        TimePrecision.DAY));
        assertThat(report.getCategory()).isEqualTo(Category.SHOOTING);
        assertThat(report.getPlace().getCountry()).isEqualTo("NG");
        assertThat(report.getPlace().getProvince()).isEqualTo("Borno");
        assertThat(report.getPlace().getSite()).isEqualTo("Chibok");
        assertThat(report.getPlace().getLat()).isEqualTo(10.8);
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.SITE);
        assertThat(report.getPerpetrator().getName()).isEqualTo("BOKO HARAM");
        assertThat(report.getTarget().getKind()).isEqualTo(TargetKind.EDUCATION);
        assertThat(report.getEvidence().getUrl()).isEqualTo("http://www.example.org/chibok");
        assertThat(report.getOrigins()).containsExactly("example.org");
        assertThat(report.getTags()).containsExactly("cameo-193");
        assertThat(report.getAttributes()).containsEntry("mentions", "4").containsEntry("events", "719");
    }

    @Test
    void makesOneReportOfWhatOneArticleSaysOfOneDayAndPlaceAndFamily() throws SourceFault {
        Report report = only(
                attack(12, TIME).code("190").actor1("NIGERIA"),
                attack(11, TIME).code("194"),
                attack(13, TIME).code("193"),
                attack(14, TIME).code("193").actor2("POLICE", "COP"));

        assertThat(report.getId()).isEqualTo("gdelt:11");
        assertThat(report.getCategory()).isEqualTo(Category.SHOOTING);
        assertThat(report.getPerpetrator()).isNull();
        assertThat(report.getTarget()).isNull();
        assertThat(report.getTags()).containsExactly("cameo-190", "cameo-193", "cameo-194");
        assertThat(report.getAttributes())
                .containsEntry("rows", "4")
                .containsEntry("events", "11; 12; 13; 14")
                .containsEntry("actor1", "BOKO HARAM; NIGERIA");
    }

    @Test
    void keepsApartWhatDiffersInArticleDayPlaceOrFamily() throws SourceFault {
        assertThat(reports(
                        attack(1, TIME),
                        attack(2, TIME).article("http://example.net/other"),
                        attack(3, TIME).day("20260531"),
                        attack(4, TIME).place("1", "Nigeria", "NI"),
                        attack(5, TIME).code("181")))
                .extracting(Report::getId)
                .containsExactly("gdelt:1", "gdelt:2", "gdelt:3", "gdelt:4", "gdelt:5");
    }

    @Test
    void leavesOutWhatIsNoAttackOrNowhere() throws SourceFault {
        assertThat(reports(
                        attack(1, TIME).code("173"),
                        attack(2, TIME).code("191"),
                        attack(3, TIME).code("192"),
                        attack(4, TIME).place("0", "", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, Nigeria, COUNTRY, , ",
        "2, 'Maryland, United States', PROVINCE, Maryland, ",
        "3, 'Denver, Colorado, United States', SITE, Colorado, Denver",
        "4, 'Jerusalem, Israel (general), Israel', SITE, , Jerusalem",
        "4, 'Singapore, Singapore', SITE, , Singapore",
        "5, 'Lorestan, Lorestan, Iran', PROVINCE, Lorestan, "
    })
    void knowsHowCloselyThePlaceIsKnown(
            String type, String name, PlacePrecision precision, String province, String site) throws SourceFault {
        Report report = only(attack(1, TIME).place(type, name, "NI"));

        assertThat(report.getPlace().getPrecision()).isEqualTo(precision);
        assertThat(report.getPlace().getProvince()).isEqualTo(province);
        assertThat(report.getPlace().getSite()).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({
        "IZ, IQ", "IS, IL", "IC, IS", "GZ, PS", "WE, PS", "UP, UA", "RS, RU", "RI, RS", "KV, XK", "OD, SS", "NI, NG",
                "NG, NE",
        "GM, DE", "AS, AU", "AU, AT", "CH, CN", "SZ, CH", "UK, GB", "GB, GA", "SF, ZA", "TU, TR", "SU, SD", "BM, MM",
                "OS, "
    })
    void knowsCountriesByTheirFipsCodes(String fips, String iso) throws SourceFault {
        assertThat(only(attack(1, TIME).place("1", "a country", fips))
                        .getPlace()
                        .getCountry())
                .isEqualTo(iso);
    }

    @Test
    void knowsACodeThatIsNewByTheOneAboveIt() throws SourceFault {
        assertThat(only(attack(1, TIME).code("1839")).getCategory()).isEqualTo(Category.IED);
        assertThat(only(attack(1, TIME).code("209")).getCategory()).isEqualTo(Category.UNKNOWN);
    }

    @Test
    void takesTheNameOfAPublicationForAnOriginWhereThereIsNoAddress() throws SourceFault {
        Report report = only(attack(1, TIME).article("BBC Monitoring"));

        assertThat(report.getOrigins()).containsExactly("BBC Monitoring");
        assertThat(report.getEvidence()).isNull();
    }

    @Test
    void readsARealFileAsAnIndependentCountDoes() throws IOException {
        assumeTrue(Files.exists(REAL), "no " + REAL + " here");
        byte[] content;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REAL))) {
            content = in.readAllBytes();
        }
        int rows = 0;
        int attacks = 0;
        int counted = 0;
        Set<String> things = new HashSet<>();
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            String[] cells = line.split("\t", -1);
            rows += cells.length == 61 ? 1 : 0;
            boolean attack = cells.length == 61 && Set.of("18", "19", "20").contains(cells[28]);
            attacks += attack ? 1 : 0;
            boolean published = attack
                    && !cells[51].equals("0")
                    && !Set.of("191", "192", "201", "203").contains(cells[27]);
            if (published) {
                counted++;
                things.add(String.join("|", cells[60], cells[1], cells[51], cells[52], cells[58], cells[28]));
            }
        }

        List<Report> reports = reports(content);

        System.out.println("gdelt, real file: " + rows + " rows, " + attacks + " attack rows, " + counted
                + " of them placed and of a code that counts, " + reports.size() + " reports from "
                + reports.stream().map(Report::getEvidence).distinct().count() + " articles");
        assertThat(rows).isEqualTo(2414);
        assertThat(attacks).isEqualTo(345);
        assertThat(EventFile.read("real", content, Set.of()).attackRows()).isEqualTo(counted);
        assertThat(reports).hasSize(things.size());
        assertThat(reports).extracting(Report::getId).doesNotHaveDuplicates();
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.getPlace().getCountry())
                        .as("%s", report)
                        .isNotNull());
    }
}
