package io.tocsin.resolve;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.ReportBuilder;
import io.tocsin.incident.Report;
import io.tocsin.incident.Source;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Agreement AGREEMENT = new Agreement(new PairScore(WeightTable.shipped()));

    @Test
    void keepsTwoReportsOfOneDatabaseApartThoughAThirdIsLinkedToBoth() {
        Report first = attack("acled").id("1").build();
        Report second = attack("acled").id("2").build();
        Report between = attack("gtd").build();

        assertThat(AGREEMENT.between(Set.of(first), Set.of(between))).isTrue();
        assertThat(AGREEMENT.between(Set.of(second), Set.of(between))).isTrue();
        assertThat(AGREEMENT.between(Set.of(first, between), Set.of(second))).isFalse();
        assertThat(Together.incidents(List.of(first, second, between))).hasSize(2);
    }

    @Test
    void givesTheSameIncidentsInWhateverOrderTheReportsCome() {
        AnyReports any = new AnyReports(21);
        Random random = new Random(22);
        for (int round = 0; round < 20; round++) {
            List<Report> reports = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                reports.add(any.next());
            }
            Set<Set<Report>> incidents = Together.incidents(reports);
            Collections.shuffle(reports, random);

            assertThat(Together.incidents(reports)).isEqualTo(incidents);
        }
    }

    private static ReportBuilder attack(String source) {
        return aReport()
                .by(source)
                .kind(Source.Kind.DATABASE)
                .killed(25)
                .in(new Place(
                        "IQ",
                        Optional.of("Al Anbar"),
                        Optional.empty(),
                        Optional.of("Hit"),
                        Optional.of(new Coordinates(33.64, 42.83)),
                        PlacePrecision.SITE));
    }
}
