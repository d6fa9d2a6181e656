package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.TargetKind;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DefaultRulesTest {

    private static final Match INTERNATIONAL_FORCES = new Match(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(TargetKind.BASE, TargetKind.AIRPORT, TargetKind.EMBASSY, TargetKind.CONVOY),
            Set.of("coalition"),
            Set.of(),
            Set.of(),
            0,
            0,
            0,
            Optional.empty());

    @Test
    void watchThreeInThreeDaysPerSiteAndProvinceAndTheBasesOfInternationalForces() throws IOException {
        Optional<Duration> daily = Optional.of(Duration.ofHours(24));

        assertThat(RuleReader.read(text()))
                .isEqualTo(new RuleReader.Result(
                        List.of(
                                rule(
                                        "three-in-three-days",
                                        "Three attacks on one site in three days",
                                        Match.ALL,
                                        PlaceLevel.SITE,
                                        daily),
                                rule(
                                        "three-in-three-days-province",
                                        "Three attacks in one province in three days",
                                        Match.ALL,
                                        PlaceLevel.PROVINCE,
                                        daily),
                                rule(
                                        "bases-of-international-forces",
                                        "Attacks on bases of international forces",
                                        INTERNATIONAL_FORCES,
                                        PlaceLevel.COUNTRY,
                                        Optional.empty())),
                        List.of(),
                        Map.of()));
    }

    private static Rule rule(String id, String title, Match match, PlaceLevel per, Optional<Duration> remind) {
        return new Rule(
                id,
                0,
                title,
                match,
                new Per.Areas(per),
                Duration.ofDays(3),
                List.of(new Level(Severity.WATCH, 3), new Level(Severity.WARNING, 5), new Level(Severity.CRITICAL, 8)),
                Optional.empty(),
                Certainty.CERTAIN,
                Duration.ofDays(3),
                remind,
                Map.of(),
                Optional.empty());
    }

    private static String text() throws IOException {
        try (InputStream resource = Rule.class.getResourceAsStream("default-rules.yaml")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
