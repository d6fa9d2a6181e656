package io.tocsin.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import io.tocsin.connectors.acled.AcledConnector;
import io.tocsin.connectors.mapping.CsvMapping;
import io.tocsin.connectors.mapping.CsvMappings;
import io.tocsin.connectors.mapping.MappedRow;
import io.tocsin.connectors.mapping.TableFile;
import io.tocsin.connectors.reading.Outcome.ReportRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of ACLED's export tool is known by its header. */
class AcledFileTest {

    private static final String HEADER = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,"
            + "sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,"
            + "region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
            + "fatalities,tags,timestamp\n";
    private static final String ROW = "IRQ1,%s,2026,%s,Political violence,Explosions/Remote violence,"
            + "Shelling/artillery/missile attack,Unidentified Armed Group (Iraq),,Political militia,Civilians (Iraq),,"
            + "Civilians,Political militia-Civilians,Civilian targeting,368,Middle East,Iraq,Al Anbar,Heet,,Ain Al Assad,"
            + "33.7856,42.4412,1,AFP; Al Sumaria,National-International,\"Rockets, two of them.\",2,crowd size=no report,1779800000\n";

    @TempDir
    private Path folder;

    private Report report(String date, String precision) throws IOException {
        return only(HEADER + ROW.formatted(date, precision));
    }

    private Report only(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("my-acled.csv"), table);
        try (ReportFile rows = ReportFile.open(file, ReadOptions.defaults())) {
            Report report = ((ReportRead) rows.next()).report();
            assertThat(rows).isExhausted();
            return report;
        }
    }

    @Test
    void isReadWithoutBeingToldHow() throws IOException {
        Report report = report("2026-05-20", "1");

        assertThat(report.getId()).isEqualTo("acled:IRQ1");
        assertThat(report.getCategory()).isEqualTo(Category.MORTAR_OR_ARTILLERY);
        assertThat(report.getOrigins()).containsExactly("AFP", "Al Sumaria");
        assertThat(report.getPlace().getCountry()).isEqualTo("IQ");
        assertThat(report.getPlace().getSite()).isEqualTo("Ain Al Assad");
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.SITE);
        assertThat(report.getPerpetrator().getAttribution()).isEqualTo(Attribution.BLAMED);
        assertThat(report.getTarget().getKind()).isEqualTo(TargetKind.CIVILIANS);
        assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(2);
    }

    @Test
    void mayWriteDatesInWords() throws IOException {
        Report report = report("20 May 2026", "2");

        assertThat(report.getOccurrence().getPrecision()).isEqualTo(TimePrecision.WEEK);
        assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2026-05-17T00:00:00Z"));
        assertThat(report.getOccurrence().getUntil()).isEqualTo(Instant.parse("2026-05-24T00:00:00Z"));
    }

    /** The columns of the export tool before 2023. */
    @Test
    void mayHaveSemicolonsAndTheColumnsOfEarlierYears() throws IOException {
        String table =
                "\"data_id\";\"iso\";\"event_id_cnty\";\"event_id_no_cnty\";\"event_date\";\"year\";\"time_precision\";"
                        + "\"event_type\";\"sub_event_type\";\"actor1\";\"assoc_actor_1\";\"inter1\";\"actor2\";\"assoc_actor_2\";"
                        + "\"inter2\";\"interaction\";\"region\";\"country\";\"admin1\";\"admin2\";\"admin3\";\"location\";"
                        + "\"latitude\";\"longitude\";\"geo_precision\";\"source\";\"source_scale\";\"notes\";\"fatalities\";"
                        + "\"timestamp\";\"iso3\"\n"
                        + "8000;368;\"IRQ7\";7;\"04 May 2021\";2021;1;\"Battles\";\"Armed clash\";\"A\";\"\";3;\"B\";\"\";1;13;"
                        + "\"Middle East\";\"Iraq\";\"Al Anbar\";\"Heet\";\"\";\"Ain Al Assad\";33.78;42.44;1;\"AFP\";"
                        + "\"International\";\"Fire, twice; none hurt.\";0;1620000000;\"IRQ\"\n";

        Report report = only(table);

        assertThat(report.getId()).isEqualTo("acled:IRQ7");
        assertThat(report.getCategory()).isEqualTo(Category.ARMED_CLASH);
        assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2021-05-04T00:00:00Z"));
        assertThat(report.getEvidence().getQuote()).isEqualTo("Fire, twice; none hurt.");
    }

    /** The columns before there were types within types. */
    @Test
    void mayBeInCapitalsAndKnowNoTypesWithinTypes() throws IOException {
        String table =
                "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,"
                        + "ACTOR2,ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,"
                        + "GEO_PRECISION,SOURCE,NOTES,FATALITIES\n"
                        + "475,1NIG,1,2016-05-04,2016,1,%s,Boko Haram,,2,Civilians (Nigeria),,7,27,Nigeria,Borno,Chibok,,Chibok,"
                        + "10.8,12.8,1,AFP,A raid.,3\n";

        assertThat(only(table.formatted("Battle-No change of territory")).getCategory())
                .isEqualTo(Category.ARMED_CLASH);
        Report remote = only(table.formatted("Remote violence"));

        assertThat(remote.getCategory()).isEqualTo(Category.UNKNOWN);
        assertThat(remote.getPerpetrator().getName()).isEqualTo("Boko Haram");
        assertThat(remote.getCasualties().getKilled().getBest()).isEqualTo(3);
    }

    @Test
    void meansByItsEventTypesWhatTheConnectorMeans() {
        CsvMapping mapping = CsvMappings.shipped("acled");
        List<String> header = mapping.columns().stream().sorted().toList();
        for (String[] type : TableFile.rows(AcledConnector.class, "events.tsv")) {
            List<String> cells =
                    new ArrayList<>(header.stream().map(column -> "").toList());
            cells.set(header.indexOf("event_id_cnty"), "IRQ1");
            cells.set(header.indexOf("event_date"), "2026-05-20");
            cells.set(header.indexOf("event_type"), type[0]);
            cells.set(header.indexOf("sub_event_type"), type[1]);

            Report report = ((MappedRow.Mapped) mapping.under(header).map(cells, 2)).report();

            assertThat(report.getCategory())
                    .as(type[1])
                    .isEqualTo(Category.valueOf(type[2].toUpperCase(Locale.ROOT).replace('-', '_')));
        }
    }
}
