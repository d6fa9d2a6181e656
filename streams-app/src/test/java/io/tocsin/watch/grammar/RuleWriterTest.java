package io.tocsin.watch.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class RuleWriterTest {

    private static final List<String> AWKWARD = List.of(
            "no",
            "NO",
            "null",
            "~",
            "010",
            "1e3",
            "1:30",
            "2021-05-04",
            "a: b",
            "- a",
            "#a",
            "a #b",
            "'",
            "\"",
            "\\",
            "{a}",
            "[a",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            " a ",
            "ä€",
            "\uD83D\uDE00",
            "=",
            "<<",
            "?",
            "a, b",
            "الأنبار",
            "x".repeat(200));

    @Test
    void writesTheCanonicalText() {
        String text = """
                {"runbook":"https://example.org/book","labels":{"z":"1","desk":"iraq"},"remind":"PT24H","quiet":"PT90M",
                 "levels":[{"incidents":3,"severity":"watch"},{"severity":"critical","incidents":8}],"within":"P2W",
                 "per":"site","match":{"minKilled":2,"minConfidence":0.5,"minOrigins":1,"tags":["Night"],"actors":"IS",
                 "targets":{"affiliations":["Coalition"],"kinds":["base","airport"]},"countries":["NO","IQ"],
                 "categories":["air-attack","rocket"]},"title":"Three: attacks","revision":7,"id":"some"}
                """;

        assertThat(RuleWriter.write(RuleReader.read(text).rules().get(0))).isEqualTo("""
                id: some
                revision: 7
                title: 'Three: attacks'
                match:
                  categories: [air-strike, drone, rocket]
                  countries: [IQ, 'NO']
                  targets: {kinds: [airport, base], affiliations: [coalition]}
                  actors: [is]
                  tags: [night]
                  min-origins: 1
                  min-confidence: 0.5
                  min-killed: 2
                per: site
                within: 14d
                levels:
                - {severity: watch, incidents: 3}
                - {severity: critical, incidents: 8}
                quiet: 90m
                remind: 1d
                labels:
                  desk: iraq
                  z: '1'
                runbook: https://example.org/book
                """);
    }

    @Test
    void leavesOutWhatHasItsDefault() {
        String text = "{id: some, title: some, match: {min-killed: 0}, per: site, within: 3d, quiet: 3d, labels: {},"
                + " levels: {severity: watch, incidents: 3}}";

        assertThat(RuleWriter.write(RuleReader.read(text).rules().get(0))).isEqualTo("""
                id: some
                per: site
                within: 3d
                levels:
                - {severity: watch, incidents: 3}
                """);
    }

    @Test
    void writesWhatIsReadAsAnEqualRule() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            Rule rule = rule(random);
            String text = RuleWriter.write(rule);

            assertThat(RuleReader.read(text)).as(text).isEqualTo(new RuleReader.Result(List.of(rule), List.of()));
        }
    }

    private static Rule rule(Random random) {
        return new Rule(
                oneOf(random, List.of("a", "0", "no", "1.5", "null", "2021-05-04", "a.b_c-d")),
                random.nextInt(3),
                oneOf(random, AWKWARD),
                match(random),
                oneOf(random, List.of(PlaceLevel.values())),
                duration(random),
                levels(random),
                random.nextInt(5) == 0 ? Duration.ZERO : duration(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(duration(random)),
                labels(random),
                random.nextBoolean() ? Optional.empty() : Optional.of("https://example.org/a?b=c#d:%20'e'"));
    }

    private static Match match(Random random) {
        return new Match(
                some(random, n -> oneOf(random, List.of(Category.values()))),
                some(random, n -> oneOf(random, List.of("IQ", "NO", "XK", "SY", "ES"))),
                some(random, n -> oneOf(random, List.of(TargetKind.values()))),
                some(random, n -> oneOf(random, AWKWARD)),
                some(random, n -> oneOf(random, AWKWARD)),
                some(random, n -> oneOf(random, AWKWARD)),
                random.nextInt(3),
                random.nextBoolean() ? 0 : Math.pow(random.nextDouble(), 20),
                random.nextInt(3));
    }

    private static Duration duration(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(1 + random.nextInt(400));
            case 1 -> Duration.ofHours(1 + random.nextInt(9_600));
            case 2 -> Duration.ofMinutes(1 + random.nextInt(576_000));
            default -> Duration.ofMillis(60_000 + random.nextInt(1_000_000_000));
        };
    }

    private static List<Level> levels(Random random) {
        List<Level> levels = new ArrayList<>();
        int incidents = 0;
        for (Severity severity : Severity.values()) {
            incidents += 1 + random.nextInt(3_000);
            if (random.nextBoolean() || severity == Severity.CRITICAL) {
                levels.add(new Level(severity, incidents));
            }
        }
        return levels;
    }

    private static Map<String, String> labels(Random random) {
        Map<String, String> labels = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.put(oneOf(random, List.of("desk", "no", "null", "0", "a/b", "minOrigins")), oneOf(random, AWKWARD));
        }
        return labels;
    }

    private static <T> Set<T> some(Random random, IntFunction<T> next) {
        Set<T> some = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(next.apply(i));
        }
        return some;
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
