package io.tocsin.benchmarks.reading;

import static io.tocsin.benchmarks.reading.Judge.Ground.CATEGORY;
import static io.tocsin.benchmarks.reading.Judge.Ground.PLACE;
import static io.tocsin.benchmarks.reading.Judge.Ground.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Category;
import io.tocsin.incident.Estimate;
import io.tocsin.incident.Perpetrator.Attribution;
import io.tocsin.incident.Report;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import io.tocsin.places.placing.GazetteerPlacing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Judge JUDGE = new Judge(GazetteerPlacing.load(Optional.empty()));
    private static final String ROCKET_AT_BALAD =
            "'category': 'rocket|mortar-or-artillery', 'site': 'Balad air base', 'country': 'IQ', "
                    + "'from': '2021-05-03', 'until': '2021-05-03'";
    private static final Label LABEL = Labels.incident(ROCKET_AT_BALAD);

    @Test
    void anyAlternativeOfTheCategoryWillDo() {
        assertThat(differences(Reports.rocket())).isEmpty();
        assertThat(differences(Reports.rocket().as(Category.MORTAR_OR_ARTILLERY)))
                .isEmpty();
        assertThat(differences(Reports.rocket().as(Category.DRONE))).containsExactly(CATEGORY);
    }

    @Test
    void aPlaceNearbyOrCoarserIsNoOther() {
        Place nearby = Reports.site("IQ", "Salah ad Din", "A farm", 33.99, 44.36);
        Place far = Reports.site("IQ", "Anbar", "Ain al-Asad Air Base", 33.786, 42.441);

        assertThat(differences(Reports.rocket().at(nearby))).isEmpty();
        assertThat(differences(Reports.rocket().at(Reports.province("IQ", "Salah ad Din"))))
                .isEmpty();
        assertThat(differences(Reports.rocket().at(Reports.country("IQ")))).isEmpty();
        assertThat(differences(Reports.rocket().at(far))).containsExactly(PLACE);
        assertThat(differences(Reports.rocket().at(Reports.province("IQ", "Basra"))))
                .containsExactly(PLACE);
        assertThat(differences(Reports.rocket().at(Reports.country("SY")))).containsExactly(PLACE);
    }

    @Test
    void aSiteThatNobodyKnowsDecidesNothingButItsNameIsJudged() {
        Label unknown = Labels.incident("'category': 'rocket', 'site': 'Xyzzyqua', 'country': 'IQ'");

        assertThat(JUDGE.differences(unknown, Reports.rocket().made())).isEmpty();
        assertThat(verdicts(unknown, Reports.rocket()).get(Field.SITE)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void provincesAreComparedByWhatTheyAre() {
        Label label = Labels.incident("'category': 'ied', 'province': 'Diwaniyah', 'country': 'IQ'");
        Reports named = Reports.rocket().as(Category.IED).at(Reports.province("IQ", "Al-Qadisiyah"));

        assertThat(verdicts(label, named).get(Field.PROVINCE)).isEqualTo(Verdict.RIGHT);
        assertThat(verdicts(label, named.at(Reports.country("IQ"))).get(Field.PROVINCE))
                .isEqualTo(Verdict.MISSING);
        assertThat(verdicts(label, named.at(Reports.BALAD)).get(Field.PROVINCE)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void daysAreThoseOfThePlace() {
        assertThat(differences(
                        Reports.rocket().between("2021-05-02T21:00:00Z", "2021-05-02T21:00:00Z", TimePrecision.MINUTE)))
                .isEmpty();
        assertThat(differences(
                        Reports.rocket().between("2021-05-02T20:59:00Z", "2021-05-02T20:59:00Z", TimePrecision.MINUTE)))
                .containsExactly(TIME);
        assertThat(differences(Reports.rocket().on("2021-05-02"))).containsExactly(TIME);
        assertThat(differences(Reports.rocket().on("2021-05-04"))).containsExactly(TIME);
    }

    @Test
    void aMonthIsFoundForItsDayAndIsNotItsTime() {
        Reports may = Reports.rocket().between("2021-04-30T21:00:00Z", "2021-05-31T21:00:00Z", TimePrecision.MONTH);

        assertThat(differences(may)).isEmpty();
        assertThat(verdicts(LABEL, may).get(Field.TIME)).isEqualTo(Verdict.WRONG);
        assertThat(verdicts(LABEL, Reports.rocket()).get(Field.TIME)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aNightMayEndTheDayAfter() {
        Label night = Labels.incident(ROCKET_AT_BALAD + ", 'part': 'night'");
        Reports told =
                Reports.rocket().between("2021-05-03T18:00:00Z", "2021-05-04T02:00:00Z", TimePrecision.PART_OF_DAY);

        assertThat(verdicts(night, told).get(Field.TIME)).isEqualTo(Verdict.RIGHT);
        assertThat(verdicts(night, told).get(Field.PART)).isEqualTo(Verdict.RIGHT);
        assertThat(verdicts(night, Reports.rocket()).get(Field.PART)).isEqualTo(Verdict.MISSING);
        assertThat(verdicts(
                                night,
                                Reports.rocket()
                                        .between(
                                                "2021-05-03T09:00:00Z",
                                                "2021-05-03T14:00:00Z",
                                                TimePrecision.PART_OF_DAY))
                        .get(Field.PART))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void aTimeOfUnknownPrecisionSaysNothing() {
        Reports vague = Reports.rocket().between("2021-04-05T12:00:00Z", "2021-05-05T12:00:00Z", TimePrecision.UNKNOWN);

        assertThat(verdicts(LABEL, vague).get(Field.TIME)).isEqualTo(Verdict.MISSING);
    }

    @Test
    void numbersAreThoseToCountWith() {
        Label label = Labels.incident(ROCKET_AT_BALAD + ", 'killed': 9, 'injured': 0, 'quantity': 2");
        Estimate atLeastNine = new Estimate(OptionalInt.of(9), OptionalInt.empty(), OptionalInt.empty());
        Map<Field, Verdict> verdicts =
                verdicts(label, Reports.rocket().killed(atLeastNine).rounds(3));

        assertThat(verdicts)
                .containsEntry(Field.KILLED, Verdict.RIGHT)
                .containsEntry(Field.INJURED, Verdict.MISSING)
                .containsEntry(Field.QUANTITY, Verdict.WRONG);
        assertThat(verdicts(label, Reports.rocket().injured(Estimate.of(0))).get(Field.INJURED))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void whoDidItAndHowFirmlyAreTwoThings() {
        Label label = Labels.incident(
                ROCKET_AT_BALAD + ", 'attribution': {'name': 'RSF|Rapid Support Forces', 'kind': 'BLAMED'}");
        Map<Field, Verdict> verdicts =
                verdicts(label, Reports.rocket().by("the Rapid Support Forces", Attribution.CLAIMED));

        assertThat(verdicts)
                .containsEntry(Field.ATTRIBUTION, Verdict.RIGHT)
                .containsEntry(Field.ATTRIBUTION_KIND, Verdict.WRONG);
        assertThat(verdicts(label, Reports.rocket())).containsEntry(Field.ATTRIBUTION_KIND, Verdict.MISSING);
    }

    @Test
    void aVictimIsFoundInNameTagOrAttribute() {
        Label label = Labels.incident(ROCKET_AT_BALAD + ", 'victim': 'Qassem Suleimani'");

        assertThat(victim(label, Reports.rocket().tagged("Soleimani"))).isEqualTo(Verdict.RIGHT);
        assertThat(victim(label, Reports.rocket().about("General Qasem Soleimani")))
                .isEqualTo(Verdict.RIGHT);
        assertThat(victim(label, Reports.rocket().against(TargetKind.GOVERNMENT, "Qasem Soleimani")))
                .isEqualTo(Verdict.RIGHT);
        assertThat(victim(label, Reports.rocket().about("Abu Mahdi al-Muhandis")))
                .isEqualTo(Verdict.WRONG);
        assertThat(victim(label, Reports.rocket())).isEqualTo(Verdict.MISSING);
    }

    @Test
    void theCreditOfTheArticleIsAnOriginOfEachReport() {
        Label label = Labels.incident(ROCKET_AT_BALAD + ", 'origin': 'Iraqi army'");
        Report report = Reports.rocket().said("the Iraqi army", "AFP").made();

        assertThat(JUDGE.fields(label, report, List.of("AFP")).get(Field.CREDIT).verdict())
                .isEqualTo(Verdict.RIGHT);
        assertThat(JUDGE.fields(label, report, List.of("Reuters"))
                        .get(Field.CREDIT)
                        .verdict())
                .isEqualTo(Verdict.WRONG);
        assertThat(JUDGE.fields(label, report, List.of()))
                .containsKey(Field.ORIGIN)
                .doesNotContainKey(Field.CREDIT);
    }

    @Test
    void onlyWhatTheLabelNamesIsJudged() {
        assertThat(verdicts(LABEL, Reports.rocket().rounds(2).killed(Estimate.of(1)))
                        .keySet())
                .containsExactly(Field.CATEGORY, Field.COUNTRY, Field.SITE, Field.TIME);
    }

    private static List<Judge.Ground> differences(Reports report) {
        return JUDGE.differences(LABEL, report.made());
    }

    private static Verdict victim(Label label, Reports report) {
        return verdicts(label, report).get(Field.VICTIM);
    }

    private static Map<Field, Verdict> verdicts(Label label, Reports report) {
        Map<Field, Verdict> verdicts = new EnumMap<>(Field.class);
        JUDGE.fields(label, report.made(), List.of()).forEach((field, judged) -> verdicts.put(field, judged.verdict()));
        return verdicts;
    }
}
