package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Category;
import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What five news articles tell, in words of our own: eight incidents, one of them told by all five. */
class FiveArticlesTest {

    private static final Place IRAQ =
            place(Optional.empty(), Optional.empty(), Optional.empty(), PlacePrecision.COUNTRY);
    private static final Place BAGHDAD =
            place(Optional.of("Baghdad"), Optional.empty(), Optional.empty(), PlacePrecision.PROVINCE);
    private static final Place BAGHDAD_AIRPORT = site("Baghdad", "Baghdad International Airport", 33.2625, 44.2346);
    private static final Place BALAD = site("Salah ad Din", "Balad Air Base", 33.9402, 44.3616);
    private static final Place AIN_AL_ASAD = site("Al Anbar", "Ain al Asad Air Base", 33.7856, 42.4412);
    private static final Place ERBIL_AIRPORT = site("Erbil", "Erbil International Airport", 36.2376, 43.9632);
    private static final Place K1 = site("Kirkuk", "K1 Air Base", 35.5150, 44.2870);

    private static final List<Report> KILLING = List.of(
            told("The National", "2021-05-05", 5)
                    .when(month("2020-01"))
                    .category(Category.ASSASSINATION)
                    .in(BAGHDAD_AIRPORT)
                    .targetNamed("Qassem Suleimani", TargetKind.MILITARY)
                    .summary(
                            "Commander Qassem Suleimani was killed by a US drone outside the airport of Baghdad last January.")
                    .build(),
            told("Associated Press", "2021-03-23", 1)
                    .when(month("2020-01"))
                    .category(Category.AIR_STRIKE)
                    .in(IRAQ)
                    .targetNamed("Qassem Soleimani", TargetKind.MILITARY)
                    .summary("An American airstrike killed the Iranian general Qassem Soleimani in January 2020.")
                    .build(),
            told("Rudaw", "2020-06-18", 2)
                    .on("2020-01-03")
                    .category(Category.ASSASSINATION)
                    .in(BAGHDAD)
                    .targetNamed("Qasem Soleimani", TargetKind.MILITARY)
                    .summary("The US assassinated Qasem Soleimani in Baghdad on January 3.")
                    .build(),
            told("Global Village Space", "2020-08-20", 2)
                    .when(month("2020-01"))
                    .category(Category.DRONE)
                    .in(IRAQ)
                    .origins("AFP")
                    .targetNamed("Qasem Soleimani", TargetKind.MILITARY)
                    .summary("Tensions rose after a US drone strike killed Qasem Soleimani in January.")
                    .build(),
            told("The National", "2020-06-12", 1)
                    .when(month("2020-01"))
                    .category(Category.DRONE)
                    .in(BAGHDAD_AIRPORT)
                    .targetNamed("Qassem Suleimani", TargetKind.MILITARY)
                    .summary("Qassem Suleimani died in a US drone strike near Baghdad airport in January.")
                    .build());

    private static final List<Report> OTHERS = List.of(
            told("The National", "2021-05-05", 1)
                    .on("2021-05-02")
                    .in(BAGHDAD_AIRPORT)
                    .target(TargetKind.BASE, "coalition")
                    .summary("Rockets were fired at the coalition's base at Baghdad airport on Sunday night.")
                    .build(),
            told("The National", "2021-05-05", 2)
                    .on("2021-05-03")
                    .in(BALAD)
                    .target(TargetKind.BASE, "coalition")
                    .summary("Rockets hit Balad air base on Monday night.")
                    .build(),
            told("The National", "2021-05-05", 3)
                    .on("2021-05-04")
                    .in(AIN_AL_ASAD)
                    .target(TargetKind.BASE, "coalition")
                    .origins("Iraqi army")
                    .quantity(2)
                    .killed(0)
                    .injured(0)
                    .summary("Two rockets landed at Ain Al Asad air base without casualties.")
                    .build(),
            told("The National", "2021-05-05", 4)
                    .when(month("2021-04"))
                    .category(Category.DRONE)
                    .in(ERBIL_AIRPORT)
                    .target(TargetKind.BASE, "coalition")
                    .summary("A drone dropped explosives near the coalition's base at Erbil airport in April.")
                    .build(),
            told("Rudaw", "2020-06-18", 1)
                    .when(month("2019-12"))
                    .in(K1)
                    .target(TargetKind.BASE)
                    .summary("A rocket attack on the K1 base in December killed a contractor.")
                    .build(),
            told("Rudaw", "2020-06-18", 3)
                    .on("2020-01-08")
                    .category(Category.MISSILE)
                    .in(IRAQ)
                    .target(TargetKind.BASE)
                    .claimedBy("Iran")
                    .summary("Iran fired missiles at bases in Iraq on January 8 in answer to the killing of Soleimani.")
                    .build(),
            told("Global Village Space", "2020-08-20", 1)
                    .on("2020-08-18")
                    .in(BAGHDAD_AIRPORT)
                    .origins("Iraqi army")
                    .target(TargetKind.AIRPORT)
                    .killed(0)
                    .summary("A rocket hit Baghdad airport on Tuesday evening, said the army.")
                    .build());

    @Test
    void areOneKillingAndSevenAttacksInWhateverOrderTheyCome() {
        List<Report> all = new ArrayList<>(KILLING);
        all.addAll(OTHERS);
        Set<Set<Report>> expected = new HashSet<>(Set.of(Set.copyOf(KILLING)));
        OTHERS.forEach(report -> expected.add(Set.of(report)));
        Random random = new Random(3);

        for (int order = 0; order < 50; order++) {
            Collections.shuffle(all, random);
            assertThat(Together.incidents(all)).isEqualTo(expected);
        }
    }

    @Test
    void tellOfTheKillingSoThatEachPairIsAtLeastANearMiss() {
        PairScore pairs = new PairScore(WeightTable.shipped());

        for (Report one : KILLING) {
            for (Report other : KILLING) {
                assertThat(pairs.score(one, other)).isNotEqualTo(Score.OUT_OF_REACH);
            }
        }
    }

    private static ReportBuilder told(String source, String published, int number) {
        return aReport()
                .by(source)
                .kind(Source.Kind.NEWS)
                .id(published + "#" + number)
                .published(published + "T12:00:00Z")
                .article("urn:example:" + source.replace(' ', '-') + ":" + published);
    }

    private static Occurrence month(String month) {
        LocalDate first = YearMonth.parse(month).atDay(1);
        return new Occurrence(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                TimePrecision.MONTH);
    }

    private static Place site(String province, String site, double lat, double lon) {
        return place(
                Optional.of(province), Optional.of(site), Optional.of(new Coordinates(lat, lon)), PlacePrecision.SITE);
    }

    private static Place place(
            Optional<String> province,
            Optional<String> site,
            Optional<Coordinates> coordinates,
            PlacePrecision precision) {
        return new Place("IQ", province, Optional.empty(), site, coordinates, precision);
    }
}
