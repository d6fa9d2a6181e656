package io.tocsin.watch;

import static io.tocsin.fixtures.ReportBuilder.aReport;
import static io.tocsin.fixtures.ReportBuilder.site;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.Pipeline;
import io.tocsin.fixtures.SameSiteDayFamily;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alert of a wider scope that is nearly all that of a narrower one tells nobody again. */
class ExplainingTest {

    private static final Place ELSEWHERE = site("IQ", "Salah ad Din", "Balad", "Camp Anaconda");

    private final Pipeline pipeline = new Pipeline(
            new SameSiteDayFamily(),
            List.of(
                    aRule().id("a-province")
                            .per(PlaceLevel.PROVINCE)
                            .level(Severity.WATCH, 3)
                            .build(),
                    aRule().id("site").level(Severity.WATCH, 3).build()));

    @Test
    void theAlertOfTheProvinceNamesThatOfTheSiteAndNotifiesNobody() {
        List<Alert> alerts = new ArrayList<>();
        for (int hour = 1; hour <= 3; hour++) {
            alerts.addAll(attack(hour, aReport().build().place()));
        }

        assertThat(alerts).extracting(alert -> alert.rule().id()).containsExactly("site", "a-province");
        assertThat(alerts).extracting(Alert::notifies).containsExactly(true, false);
        assertThat(alerts.get(1).state().explainedBy())
                .contains(alerts.get(0).state().id());
    }

    @Test
    void peopleAreToldAsSoonAsItExplainsTheWiderOneNoMore() {
        for (int hour = 1; hour <= 3; hour++) {
            attack(hour, aReport().build().place());
        }

        List<Alert> alerts = attack(4, ELSEWHERE);

        assertThat(alerts).extracting(alert -> alert.rule().id()).containsExactly("a-province");
        assertThat(alerts).extracting(Alert::notifies).containsExactly(true);
        assertThat(alerts.get(0).state().explainedBy()).isEmpty();
    }

    @Test
    void fourInFiveAreNearlyAll() {
        attack(1, ELSEWHERE);
        attack(2, aReport().build().place());
        attack(3, aReport().build().place());
        List<Alert> alerts = attack(4, aReport().build().place());
        assertThat(alerts).extracting(alert -> alert.rule().id()).containsExactly("site", "a-province");

        List<Alert> grew = attack(5, aReport().build().place());
        assertThat(grew).extracting(Alert::notifies).containsExactly(false, false);
        assertThat(pipeline.alerts().stream().filter(Alert::notifies))
                .extracting(alert -> alert.rule().id())
                .containsExactly("a-province", "site");
    }

    private List<Alert> attack(int hour, Place place) {
        String instant = "2021-05-04T%02d:00:00Z".formatted(hour);
        return pipeline.accept(aReport().id(instant).in(place).at(instant).build());
    }
}
