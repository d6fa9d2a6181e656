package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Occurrence;
import io.tocsin.incident.Report;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Cells;
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
    void keepsApartOnlyWhatIsOutOfReach() {
        AnyReports any = new AnyReports(10);
        int apart = 0;
        for (int i = 0; i < 50_000; i++) {
            Report one = any.next();
            Report other = any.next();
            Optional<Coordinates> here = Blocking.spot(new Told(one));
            Optional<Coordinates> there = Blocking.spot(new Told(other));
            if (here.isPresent() && there.isPresent() && Blocking.apart(here.get(), aMetreFrom(there.get()))) {
                assertThat(Blocking.withinReach(new Told(one), new Told(other)))
                        .as("%s%n%s", one, other)
                        .isFalse();
                apart++;
            }
        }
        assertThat(apart).isGreaterThan(100);
    }

    @Test
    void keepsApartOnlyWhatIsFartherThanReachInWhateverDirection() {
        for (int bearing = 0; bearing < 360; bearing++) {
            assertThat(Blocking.apart(HIT, from(HIT, bearing, Cells.REACH_KM))).isFalse();
            assertThat(Blocking.apart(HIT, from(HIT, bearing, Cells.REACH_KM + 0.1)))
                    .isTrue();
        }
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

    private static Coordinates aMetreFrom(Coordinates spot) {
        return new Coordinates(spot.lat() + 5e-6, spot.lon() - 5e-6);
    }

    /** On a plane, which is true enough a few kilometres around. */
    private static Coordinates from(Coordinates spot, int bearing, double km) {
        double north = km / 111.195 * Math.cos(Math.toRadians(bearing));
        double east = km / 111.195 * Math.sin(Math.toRadians(bearing));
        return new Coordinates(spot.lat() + north, spot.lon() + east / Math.cos(Math.toRadians(spot.lat())));
    }

    private static Place place(String province, Optional<Coordinates> coordinates, PlacePrecision precision) {
        return new Place("IQ", Optional.of(province), Optional.empty(), Optional.of("Hit"), coordinates, precision);
    }
}
