package io.tocsin.connectors.acled;

import static io.tocsin.connectors.acled.FakeAcled.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Category;
import io.tocsin.avro.Occurrence;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.ReportStatus;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import io.tocsin.connectors.mapping.TableFile;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcledReportsTest {

    private static final Instant CHANGED = Instant.parse("2026-05-26T17:03:12Z");

    private final AcledReports reports = new AcledReports(0.9);

    private Report report(String... cells) throws InvalidCellException {
        var row = row("IRQ1", CHANGED);
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return reports.report(new AcledRow(row));
    }

    @ParameterizedTest
    @CsvSource({
        "Protests, Peaceful protest, RETRACTED",
        "Strategic developments, Arrests, RETRACTED",
        "Strategic developments, Looting/property destruction, ACTIVE",
        "Protests, Excessive force against protesters, ACTIVE",
        "Battles, A type of tomorrow, ACTIVE"
    })
    void takesBackWhatIsCodedAsWithoutViolence(String type, String subType, ReportStatus status)
            throws InvalidCellException {
        assertThat(report("event_type", type, "sub_event_type", subType).getStatus())
                .isEqualTo(status);
    }

    @Test
    void saysWhatTheRowSays() throws InvalidCellException {
        Report report = report();

        assertThat(report.getId()).isEqualTo("acled:IRQ1");
        assertThat(report.getPublishedAt()).isEqualTo(CHANGED);
        assertThat(report.getSource().getKind()).isEqualTo(SourceKind.DATABASE);
        assertThat(report.getSource().getReliability()).isEqualTo(0.9);
        assertThat(report.getOrigins()).containsExactly("AFP", "Al Sumaria");
        assertThat(report.getCategory()).isEqualTo(Category.MORTAR_OR_ARTILLERY);
        assertThat(report.getPlace().getCountry()).isEqualTo("IQ");
        assertThat(report.getPlace().getProvince()).isEqualTo("Al Anbar");
        assertThat(report.getPlace().getDistrict()).isEqualTo("Heet");
        assertThat(report.getPlace().getSite()).isEqualTo("Ain Al Assad");
        assertThat(report.getPlace().getLat()).isEqualTo(33.7856);
        assertThat(report.getPlace().getLon()).isEqualTo(42.4412);
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.SITE);
        assertThat(report.getPerpetrator().getName()).isEqualTo("Unidentified Armed Group (Iraq)");
        assertThat(report.getPerpetrator().getAttribution()).isEqualTo(Attribution.BLAMED);
        assertThat(report.getTarget().getKind()).isEqualTo(TargetKind.MILITARY);
        assertThat(report.getTarget().getName()).isEqualTo("Military Forces of the United States (2025-)");
        assertThat(report.getCasualties().getKilled().getBest()).isEqualTo(2);
        assertThat(report.getEvidence().getQuote()).startsWith("On 20 May 2026");
        assertThat(report.getTags()).containsExactly("explosions-remote-violence", "shelling-artillery-missile-attack");
        assertThat(report.getAttributes())
                .containsEntry("actor1", "Unidentified Armed Group (Iraq)")
                .containsEntry("source-scale", "National-International")
                .doesNotContainKey("admin3");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-05-20T00:00:00Z, 2026-05-21T00:00:00Z, DAY",
        "2, 2026-05-17T00:00:00Z, 2026-05-24T00:00:00Z, WEEK",
        "3, 2026-05-01T00:00:00Z, 2026-06-01T00:00:00Z, MONTH",
        "'', 2026-05-20T00:00:00Z, 2026-05-21T00:00:00Z, UNKNOWN"
    })
    void knowsHowCloselyTheTimeIsKnown(String code, Instant from, Instant until, TimePrecision precision)
            throws InvalidCellException {
        assertThat(report("time_precision", code).getOccurrence()).isEqualTo(new Occurrence(from, until, precision));
    }

    @ParameterizedTest
    @CsvSource({
        "1, Heet, Al Anbar, SITE, Ain Al Assad",
        "2, Heet, Al Anbar, DISTRICT,",
        "2, '', Al Anbar, PROVINCE,",
        "3, Heet, Al Anbar, PROVINCE,",
        "3, '', '', COUNTRY,",
        "'', Heet, Al Anbar, PROVINCE,"
    })
    void knowsHowCloselyThePlaceIsKnown(
            String code, String admin2, String admin1, PlacePrecision precision, String site)
            throws InvalidCellException {
        Report report = report("geo_precision", code, "admin2", admin2, "admin1", admin1);

        assertThat(report.getPlace().getPrecision()).isEqualTo(precision);
        assertThat(report.getPlace().getSite()).isEqualTo(site);
    }

    @Test
    void isCertainOfNothingAtSea() throws InvalidCellException {
        Report report = report("country", "Atlantic Ocean", "admin1", "North Atlantic Ocean", "geo_precision", "1");

        assertThat(report.getPlace().getCountry()).isNull();
        assertThat(report.getPlace().getPrecision()).isEqualTo(PlacePrecision.UNKNOWN);
        assertThat(report.getPlace().getProvince()).isEqualTo("North Atlantic Ocean");
        assertThat(report.getAttributes()).containsEntry("country", "Atlantic Ocean");
    }

    @ParameterizedTest
    @CsvSource({
        "Battles, Armed clash, UNKNOWN, ",
        "Violence against civilians, Attack, BLAMED, MILITARY",
        "Riots, Mob violence, UNKNOWN, ",
        "Protests, Peaceful protest, , ",
        "Strategic developments, Agreement, , "
    })
    void namesWhoDidItWhereTheKindOfEventHasSides(
            String type, String subType, Attribution attribution, TargetKind target) throws InvalidCellException {
        Report report = report("event_type", type, "sub_event_type", subType);

        assertThat(
                        report.getPerpetrator() == null
                                ? null
                                : report.getPerpetrator().getAttribution())
                .isEqualTo(attribution);
        assertThat(report.getTarget() == null ? null : report.getTarget().getKind())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "Civilian targeting, Military Forces of Iraq (2022-), CIVILIANS",
        "'', Civilians (Iraq), CIVILIANS",
        "'', Police Forces of Iraq (2022-), POLICE",
        "'', Government of Iraq (2022-), GOVERNMENT",
        "'', Kataib Hezbollah, UNKNOWN",
        "Civilian targeting, '', CIVILIANS"
    })
    void knowsWhatWasAttacked(String civilian, String actor2, TargetKind kind) throws InvalidCellException {
        assertThat(report("civilian_targeting", civilian, "actor2", actor2)
                        .getTarget()
                        .getKind())
                .isEqualTo(kind);
    }

    /** The sub-event types of the codebook of October 2024. */
    @Test
    void knowsEverySubEventType() {
        Set<String> codebook = Set.of(
                "Government regains territory",
                "Non-state actor overtakes territory",
                "Armed clash",
                "Excessive force against protesters",
                "Protest with intervention",
                "Peaceful protest",
                "Violent demonstration",
                "Mob violence",
                "Chemical weapon",
                "Air/drone strike",
                "Suicide bomb",
                "Shelling/artillery/missile attack",
                "Remote explosive/landmine/IED",
                "Grenade",
                "Sexual violence",
                "Attack",
                "Abduction/forced disappearance",
                "Agreement",
                "Arrests",
                "Change to group/activity",
                "Disrupted weapons use",
                "Headquarters or base established",
                "Looting/property destruction",
                "Non-violent transfer of territory",
                "Other");

        assertThat(TableFile.rows(AcledConnector.class, "events.tsv").stream()
                        .map(row -> row[1])
                        .collect(Collectors.toSet()))
                .isEqualTo(codebook);
    }

    @Test
    void publishesATypeThatItHasNeverHeardOf() throws InvalidCellException {
        Report report = report("sub_event_type", "Cyber attack");

        assertThat(report.getCategory()).isEqualTo(Category.UNKNOWN);
        assertThat(report.getTags()).contains("cyber-attack");
    }

    @ParameterizedTest
    @CsvSource({
        "4, Afghanistan, AF",
        "368, Iraq, IQ",
        "0, Kosovo, XK",
        "'', Democratic Republic of Congo, CD",
        "'', Republic of Congo, CG",
        "275, Palestine, PS",
        "'', Ivory Coast, CI",
        "'', eSwatini, SZ",
        "'', Atlantis,",
        "792, Turkey, TR",
        "364, Indian Ocean,",
        "'', Caspian Sea,",
        "'', International Waters,"
    })
    void knowsTheCountryByNumberElseByName(String iso, String name, String code) {
        assertThat(AcledCountries.of(iso, name).orElse(null)).isEqualTo(code);
    }
}
