package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private static final Coordinates HIT = new Coordinates(33.64, 42.83);

    @Test
    void letsEachOfTwoReportsWithinReachFindTheOther() {
        AnyReports any = new AnyReports(7);
        int within = 0;
        for (int i = 0; i < 50_000; i++) {
            Report one = any.next();
            Report other = any.next();
            if (Blocking.withinReach(new Told(one), new Told(other))) {
                assertThat(finds(one, other)).as("%s%n%s", one, other).isTrue();
                assertThat(finds(other, one)).as("%s%n%s", other, one).isTrue();
                within++;
            }
        }
        assertThat(within).isGreaterThan(5_000);
    }

    @Test
    void letsEveryPairThatLinksShareABlock() {
        AnyReports any = new AnyReports(8);
        PairScore pairs = new PairScore(WeightTable.shipped());
        int links = 0;
        for (int i = 0; i < 50_000; i++) {
            Report one = any.next();
            Report other = any.next();
            if (pairs.links(pairs.score(one, other))) {
                assertThat(finds(one, other)).as("%s%n%s", one, other).isTrue();
                links++;
            }
        }
        assertThat(links).isGreaterThan(50);
    }

    @Test
    void looksIntoFewBlocksAndKeepsAReportInFewer() {
        AnyReports any = new AnyReports(9);
        for (int i = 0; i < 20_000; i++) {
            Report report = any.next();

            assertThat(Blocking.near(report))
                    .flatExtracting(Blocks::all)
                    .hasSizeLessThanOrEqualTo(Blocking.MOST_BLOCKS)
                    .doesNotHaveDuplicates();
            assertThat(Blocking.homes(report)).hasSizeBetween(1, 2).doesNotHaveDuplicates();
        }
    }

    @Test
    void letsAReportOfAProvinceFindThatOfASiteInIt() {
        Report coarse = aReport()
                .in(place("Al Anbar", Optional.empty(), PlacePrecision.PROVINCE))
                .build();
        Report fine = aReport()
                .in(place("AL ANBAR", Optional.of(HIT), PlacePrecision.SITE))
                .build();

        assertThat(finds(coarse, fine)).isTrue();
        assertThat(finds(fine, coarse)).isTrue();
    }

    @Test
    void letsAReportOfAMonthFindThatOfADay() {
        Occurrence month = new Occurrence(
                Instant.parse("2021-05-01T00:00:00Z"), Instant.parse("2021-06-01T00:00:00Z"), TimePrecision.MONTH);
        Place place = place("Al Anbar", Optional.of(HIT), PlacePrecision.SITE);
        Report vague = aReport().when(month).in(place).build();
        Report sharp = aReport().on("2021-05-30").in(place).build();

        assertThat(finds(vague, sharp)).isTrue();
        assertThat(finds(sharp, vague)).isTrue();
    }

    @Test
    void findsAPersonBySoundWhereThePlaceIsNotKnown() {
        Report somewhere = aReport()
                .in(place("Baghdad", Optional.empty(), PlacePrecision.COUNTRY))
                .targetNamed("Qassem Suleimani", TargetKind.MILITARY)
                .build();
        Report inBaghdad = aReport()
                .in(place("Baghdad", Optional.of(HIT), PlacePrecision.SITE))
                .targetNamed("Qasem Soleimani", TargetKind.MILITARY)
                .build();

        assertThat(finds(somewhere, inBaghdad)).isTrue();
        assertThat(finds(inBaghdad, somewhere)).isTrue();
    }

    private static boolean finds(Report one, Report other) {
        return Blocking.near(one).stream()
                .flatMap(blocks -> blocks.all().stream())
                .anyMatch(block -> Blocking.homes(other).stream().anyMatch(block::covers));
    }

    private static Place place(String province, Optional<Coordinates> coordinates, PlacePrecision precision) {
        return new Place("IQ", Optional.of(province), Optional.empty(), Optional.of("Hit"), coordinates, precision);
    }
}
