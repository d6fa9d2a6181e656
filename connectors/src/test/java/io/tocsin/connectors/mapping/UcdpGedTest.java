package io.tocsin.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Category;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.avro.Report;
import io.tocsin.avro.SourceKind;
import io.tocsin.avro.TargetKind;
import io.tocsin.avro.TimePrecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcdpGedTest {

    private static final List<String> COLUMNS = List.of(
            "id",
            "type_of_violence",
            "date_prec",
            "date_start",
            "date_end",
            "where_prec",
            "where_coordinates",
            "adm_1",
            "adm_2",
            "latitude",
            "longitude",
            "country",
            "iso3",
            "low",
            "best",
            "high",
            "side_a",
            "side_b",
            "dyad_name",
            "number_of_sources",
            "source_office",
            "source_headline");

    private static final List<String> FALLUJA = List.of(
            "114064",
            "1",
            "2",
            "2014-01-24",
            "2014-01-25",
            "1",
            "Al Fallūjah town",
            "Al Anbār province",
            "Qaḑā’ al Fallūjah",
            "33.355813",
            "43.786124",
            "Iraq",
            "IRQ",
            "8",
            "8",
            "9",
            "Government of Iraq",
            "IS",
            "Government of Iraq - IS",
            "-1",
            "Agence France Presse;Reuters News;Agence France Presse",
            "Iraq violence kills 14");

    private final CsvMapping mapping = CsvMappings.of("ucdp-ged")
            .fitting(separator -> java.util.Optional.of(COLUMNS))
            .orElseThrow()
            .mapping();

    private Report report(Map<String, String> changes) {
        List<String> cells = new ArrayList<>(FALLUJA);
        changes.forEach((column, cell) -> cells.set(COLUMNS.indexOf(column), cell));
        return ((MappedRow.Mapped) mapping.under(COLUMNS).map(cells, 2)).report();
    }

    @Test
    void readsAnEvent() {
        Report report = report(Map.of());

        assertThat(report.getId()).isEqualTo("ucdp:114064");
        assertThat(report.getSource().getId()).isEqualTo("ucdp");
        assertThat(report.getSource().getKind()).isEqualTo(SourceKind.DATABASE);
        assertThat(report.getSource().getReliability()).isEqualTo(0.9);
        assertThat(report.getOrigins()).containsExactly("Agence France Presse", "Reuters News");
        assertThat(report.getOccurrence().getFrom()).isEqualTo(Instant.parse("2014-01-24T00:00:00Z"));
        assertThat(report.getOccurrence().getUntil()).isEqualTo(Instant.parse("2014-01-26T00:00:00Z"));
        assertThat(report.getPublishedAt()).isEqualTo(Instant.parse("2014-01-26T00:00:00Z"));
        assertThat(report.getPlace().getCountry()).isEqualTo("IQ");
        assertThat(report.getPlace().getProvince()).isEqualTo("Al Anbār province");
        assertThat(report.getPlace().getDistrict()).isEqualTo("Qaḑā’ al Fallūjah");
        assertThat(report.getPlace().getSite()).isEqualTo("Al Fallūjah town");
        assertThat(report.getPlace().getLat()).isEqualTo(33.355813);
        assertThat(report.getPlace().getLon()).isEqualTo(43.786124);
        assertThat(report.getCasualties().getKilled().getLow()).isEqualTo(8);
        assertThat(report.getCasualties().getKilled().getHigh()).isEqualTo(9);
        assertThat(report.getCasualties().getInjured()).isNull();
        assertThat(report.getEvidence().getQuote()).isEqualTo("Iraq violence kills 14");
        assertThat(report.getAttributes())
                .containsEntry("dyad", "Government of Iraq - IS")
                .containsEntry("side-b", "IS")
                .doesNotContainKey("sources");
        assertThat(report.getTags()).isEmpty();
        assertThat(report.getPerpetrator()).isNull();
        assertThat(report.getTarget()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, DAY", "2, WEEK", "3, WEEK", "4, MONTH", "5, MONTH"})
    void readsThePrecisionInTime(String code, TimePrecision precision) {
        assertThat(report(Map.of("date_prec", code)).getOccurrence().getPrecision())
                .isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({"1, ARMED_CLASH", "2, ARMED_CLASH", "3, OTHER"})
    void readsTheCategory(String type, Category category) {
        assertThat(report(Map.of("type_of_violence", type)).getCategory()).isEqualTo(category);
    }

    @Test
    void namesWhoAttackedWhomInOneSidedViolence() {
        Report report = report(Map.of("type_of_violence", "3", "side_a", "IS", "side_b", "Civilians"));

        assertThat(report.getPerpetrator().getName()).isEqualTo("IS");
        assertThat(report.getPerpetrator().getAttribution()).isEqualTo(Attribution.BLAMED);
        assertThat(report.getTarget().getKind()).isEqualTo(TargetKind.CIVILIANS);
    }

    @ParameterizedTest
    @CsvSource({
        "1, x, x, x, SITE",
        "2, x, x, x, SITE",
        "3, x, x, x, DISTRICT",
        "4, x, x, x, PROVINCE",
        "5, x, x, x, COUNTRY",
        "6, x, x, x, COUNTRY",
        "7, x, x, x, UNKNOWN",
        "1, '', x, x, DISTRICT",
        "1, '', '', x, PROVINCE",
        "3, x, '', x, PROVINCE",
        "3, x, '', '', COUNTRY",
        "4, x, x, '', COUNTRY"
    })
    void claimsThePrecisionOfTheFinestNamedLevel(
            String code, String site, String district, String province, PlacePrecision precision) {
        Report report =
                report(Map.of("where_prec", code, "where_coordinates", site, "adm_2", district, "adm_1", province));

        assertThat(report.getPlace().getPrecision()).isEqualTo(precision);
    }

    @Test
    void namesASiteOnlyWhereItIsKnown() {
        assertThat(report(Map.of("where_prec", "3")).getPlace().getSite()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Yemen (North Yemen), YE",
        "DR Congo (Zaire), CD",
        "Russia (Soviet Union), RU",
        "'Macedonia, FYR', MK",
        "Turkey, TR",
        "Kingdom of eSwatini (Swaziland), SZ",
        "Ivory Coast, CI"
    })
    void knowsTheCountriesByTheNamesThatTheTableUses(String name, String code) {
        assertThat(report(Map.of("country", name, "iso3", "")).getPlace().getCountry())
                .isEqualTo(code);
    }

    @Test
    void prefersTheCountrysNameToItsCode() {
        assertThat(report(Map.of("country", "Syria")).getPlace().getCountry()).isEqualTo("SY");
        assertThat(report(Map.of("country", "Mesopotamia")).getPlace().getCountry())
                .isEqualTo("IQ");
        assertThat(report(Map.of("country", "Mesopotamia", "iso3", ""))
                        .getPlace()
                        .getCountry())
                .isNull();
    }

    @Test
    void readsDatesWithATimeOfDay() {
        Report report = report(Map.of("date_start", "2014-01-22 00:00:00.000", "date_end", "2014-01-22 00:00:00.000"));

        assertThat(report.getOccurrence().getUntil()).isEqualTo(Instant.parse("2014-01-23T00:00:00Z"));
    }
}
