package io.tocsin.watch;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static io.tocsin.fixtures.ReportBuilder.place;
import static io.tocsin.fixtures.ReportBuilder.site;
import static io.tocsin.fixtures.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tocsin.fixtures.FactBuilder;
import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.watch.Announced.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {

    private static final Place ASSAD = site("IQ", "Al Anbar", "Hit", "Ain Al Assad");
    private static final String NO_HISTORY = "There is no history yet to compare it with.";
    private static final Place SOMEWHERE = place("IQ", "?", "?", "?", PlacePrecision.COUNTRY);

    @ParameterizedTest(name = "{0}")
    @MethodSource("alerts")
    void saysItSoThatItCanBeReadAloud(String sentence, PlaceLevel per, List<FactBuilder> incidents) {
        assertThat(say(Transition.OPENED, Optional.empty(), per, built(incidents)))
                .isEqualTo(sentence + " " + NO_HISTORY);
    }

    static Stream<Arguments> alerts() {
        return Stream.of(
                arguments(
                        "3 rocket attacks on coalition bases at Balad Air Base within 3 days: on 2, 3 and 4 May.",
                        PlaceLevel.SITE,
                        List.of(base().at("2021-05-02T12:00:00Z"), base().at("2021-05-03T12:00:00Z"), base())),
                arguments(
                        "3 indirect-fire attacks in Iraq within 3 days, with 4 killed and 2 injured: Balad Air Base on 2 and 4"
                                + " May; Ain Al Assad on 3 May.",
                        PlaceLevel.COUNTRY,
                        List.of(
                                fact().at("2021-05-02T12:00:00Z").killed(4),
                                fact().in(ASSAD).at("2021-05-03T12:00:00Z").category(Category.MISSILE),
                                fact().injured(2))),
                arguments(
                        "1 suicide bombing at Balad Air Base within 3 days, with 9 killed: on 4 May.",
                        PlaceLevel.SITE,
                        List.of(fact().category(Category.SUICIDE_BOMB).killed(9))),
                arguments(
                        "1 rocket attack on an embassy in Salah ad Din within 3 days: Balad Air Base on 4 May.",
                        PlaceLevel.PROVINCE,
                        List.of(fact().target(TargetKind.EMBASSY))),
                arguments(
                        "1 rocket attack on a coalition base at Balad Air Base within 3 days: on 4 May.",
                        PlaceLevel.SITE,
                        List.of(base())),
                arguments(
                        "2 armed clashes against police in Balad within 3 days: Balad Air Base on 4 May.",
                        PlaceLevel.DISTRICT,
                        List.of(
                                fact().category(Category.ARMED_CLASH).target(TargetKind.POLICE),
                                fact().category(Category.ARMED_CLASH).target(TargetKind.POLICE))),
                arguments(
                        "2 abductions against aid targets in Iraq within 3 days: Iraq on 4 May.",
                        PlaceLevel.COUNTRY,
                        List.of(
                                fact().category(Category.ABDUCTION)
                                        .target(TargetKind.AID)
                                        .in(SOMEWHERE),
                                fact().category(Category.ABDUCTION)
                                        .target(TargetKind.AID)
                                        .in(SOMEWHERE))),
                arguments(
                        "2 attacks on coalition targets at Balad Air Base within 3 days: on 4 May.",
                        PlaceLevel.SITE,
                        List.of(base(), base().category(Category.SHOOTING).target(TargetKind.CONVOY))),
                arguments(
                        "2 incidents at Balad Air Base within 3 days: on 4 May.",
                        PlaceLevel.SITE,
                        List.of(fact(), fact().category(Category.RIOT))),
                arguments(
                        "2 bombings at Balad Air Base within 3 days: on 30 April and 1 May.",
                        PlaceLevel.SITE,
                        List.of(
                                fact().category(Category.IED).at("2021-04-30T12:00:00Z"),
                                fact().category(Category.VEHICLE_BOMB).at("2021-05-01T12:00:00Z"))),
                arguments(
                        "1 rocket attack at Balad Air Base within 3 days: about 4 May.",
                        PlaceLevel.SITE,
                        List.of(fact().precision(TimePrecision.WEEK))),
                arguments(
                        "7 rocket attacks at Balad Air Base from 1 May 2021 to 7 May 2021, at least 3 of them within 3 days: most"
                                + " recently on 3, 4, 5, 6 and 7 May.",
                        PlaceLevel.SITE,
                        days(1, 7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void saysWhatBecameOfIt(String sentence, Transition transition, Optional<String> reason) {
        assertThat(say(transition, reason, PlaceLevel.SITE, List.of(fact().build())))
                .isEqualTo(sentence);
    }

    static Stream<Arguments> transitions() {
        String what = "1 rocket attack at Balad Air Base within 3 days: on 4 May.";
        Optional<String> reason = Optional.of("report 7 of acled was retracted");
        return Stream.of(
                arguments(what + " " + NO_HISTORY, Transition.OPENED, Optional.empty()),
                arguments("Raised to watch: " + what + " " + NO_HISTORY, Transition.ESCALATED, Optional.empty()),
                arguments("Still growing: " + what, Transition.GREW, Optional.empty()),
                arguments("Reminder: " + what + " " + NO_HISTORY, Transition.REMINDED, Optional.empty()),
                arguments("Corrected, as report 7 of acled was retracted: " + what, Transition.EASED, reason),
                arguments("Over: quiet for 3 days since " + what, Transition.RESOLVED, Optional.empty()),
                arguments(
                        "Withdrawn for Balad Air Base: report 7 of acled was retracted.",
                        Transition.WITHDRAWN,
                        reason));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void saysADurationInItsLargestWholeUnit(String duration, String words) {
        assertThat(Phrases.duration(Duration.parse(duration))).isEqualTo(words);
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                arguments("P1D", "1 day"),
                arguments("P3D", "3 days"),
                arguments("PT36H", "36 hours"),
                arguments("PT1H", "1 hour"),
                arguments("PT90M", "90 minutes"),
                arguments("PT1M", "1 minute"),
                arguments("PT45S", "45 seconds"));
    }

    private static FactBuilder fact() {
        return aFact("inc-1");
    }

    private static FactBuilder base() {
        return fact().target(TargetKind.BASE).affiliation("coalition");
    }

    private static List<FactBuilder> days(int from, int until) {
        List<FactBuilder> facts = new ArrayList<>();
        for (int day = from; day <= until; day++) {
            facts.add(fact().at("2021-05-%02dT12:00:00Z".formatted(day)));
        }
        return facts;
    }

    private static List<Fact> built(List<FactBuilder> facts) {
        return facts.stream().map(FactBuilder::build).toList();
    }

    private static String say(Transition transition, Optional<String> reason, PlaceLevel per, List<Fact> incidents) {
        Instant first = incidents.get(0).at();
        Instant last = incidents.get(incidents.size() - 1).at();
        Scope scope = Scope.of(incidents.get(0).place().area(per).orElseThrow());
        Episode episode = new Episode(
                last, last, first, last, Severity.WATCH, Tally.of(incidents, aRule().build()), Optional.empty());
        Announced alert = new Announced(
                "alert-1",
                "three-in-three-days",
                0,
                scope,
                Phase.OPEN,
                0,
                episode,
                true,
                true,
                last,
                Growth.none(last),
                Optional.empty(),
                Handling.NONE);
        return Sentence.of(transition, alert, aRule().build(), incidents, 0, Optional.empty(), reason);
    }
}
