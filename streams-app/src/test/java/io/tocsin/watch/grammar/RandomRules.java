package io.tocsin.watch.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Certainty;
import io.tocsin.watch.Condition;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Severity;
import io.tocsin.watch.Threshold;
import io.tocsin.watch.Unusual;
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

/** Rules of the whole grammar, awkward texts among them. */
final class RandomRules {

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

    /** Of which any two may stand beside each other. */
    private static final List<String> CONDITIONS = List.of(
            "killed > 0",
            "confidence >= .5",
            "'coalition' in tags",
            "category == 'rocket'",
            "(family != \"bombing\")",
            "!(country in ['IQ', 'SY'])",
            "tags.exists(t, t.startsWith('ä: #'))",
            "summary.matches(r'(?i)\\bdrone\\d*')",
            "province.lowerAscii() == '{a: b}'",
            "at > timestamp('2021-05-04T00:00:00Z')",
            "at.getHours('Asia/Baghdad') < 6",
            "actor == ''",
            "weekday in ['saturday', 'sunday'] // at the weekend\n");

    private RandomRules() {}

    /** Any rule that the grammar can write. */
    static Rule next(Random random) {
        Duration within = duration(random, 400);
        Optional<Unusual> unusual = unusual(random, within);
        return new Rule(
                oneOf(random, List.of("a", "0", "no", "1.5", "null", "2021-05-04", "a.b_c-d")),
                random.nextInt(3),
                oneOf(random, AWKWARD),
                match(random),
                per(random),
                within,
                unusual.isPresent() && random.nextBoolean() ? List.of() : levels(random),
                unusual,
                oneOf(random, List.of(Certainty.values())),
                random.nextInt(5) == 0 ? Duration.ZERO : duration(random, 400),
                random.nextBoolean() ? Optional.empty() : Optional.of(duration(random, 400)),
                labels(random),
                random.nextBoolean() ? Optional.empty() : Optional.of("https://example.org/a?b=c#d:%20'e'"));
    }

    private static Match match(Random random) {
        return new Match(
                some(random, n -> oneOf(random, List.of(Category.values()))),
                some(random, n -> oneOf(random, List.of("IQ", "NO", "XK", "SY", "ES"))),
                some(
                        random,
                        n -> oneOf(random, List.of("IQ/al anbar", "NO/a|b//c", "SY/-/2021-05-04/null", "FR/y: z"))),
                some(random, n -> oneOf(random, List.of(TargetKind.values()))),
                some(random, n -> oneOf(random, AWKWARD)),
                some(random, n -> oneOf(random, AWKWARD)),
                some(random, n -> oneOf(random, AWKWARD)),
                random.nextInt(3),
                random.nextBoolean() ? 0 : Math.pow(random.nextDouble(), 20),
                random.nextInt(3),
                where(random));
    }

    private static Optional<Condition> where(Random random) {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(oneOf(random, CONDITIONS));
        }
        String text = String.join(oneOf(random, List.of(" && ", "||", "\n  || ", " &&\n\n\t")), parts);
        String rule =
                "{\"id\":\"a\",\"per\":\"site\",\"within\":\"3d\",\"levels\":{\"severity\":\"watch\",\"killed\":1},"
                        + "\"match\":{\"where\":" + JsonNodeFactory.instance.textNode(text) + "}}";
        return RuleReader.read(rule).rules().get(0).match().where();
    }

    private static Per per(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Per.Grid(random.nextInt(10));
            case 1 -> new Per.Radius(0.01 + random.nextDouble() * 499.99);
            case 2 -> new Per.Radius(0.01 + random.nextInt(100));
            case 3 -> oneOf(random, List.of(new Per.Actors(), new Per.Targets(), new Per.World()));
            default -> new Per.Areas(oneOf(random, List.of(PlaceLevel.values())));
        };
    }

    private static Optional<Unusual> unusual(Random random, Duration within) {
        if (random.nextBoolean() || within.compareTo(Duration.ofDays(365)) > 0) {
            return Optional.empty();
        }
        Duration fewest = within.multipliedBy(Unusual.FEWEST_WINDOWS);
        long longer = Duration.ofDays(3_650).minus(fewest).toMinutes();
        return Optional.of(new Unusual(
                fewest.plusMinutes((long) (random.nextDouble() * longer)),
                Duration.ofDays(1).plus(duration(random, 36_000)),
                oneOf(random, List.of(Severity.values()))));
    }

    private static Duration duration(Random random, int days) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofDays(1 + random.nextInt(days));
            case 1 -> Duration.ofHours(1 + random.nextInt(days * 24));
            case 2 -> Duration.ofMinutes(1 + random.nextInt(days * 1_440));
            default -> Duration.ofMillis(60_000 + random.nextInt(1_000_000_000));
        };
    }

    private static List<Level> levels(Random random) {
        List<Level> levels = new ArrayList<>();
        int incidents = 0;
        for (Severity severity : Severity.values()) {
            incidents += 1 + random.nextInt(3_000);
            if (random.nextBoolean() || severity == Severity.CRITICAL) {
                levels.add(level(random, severity, incidents));
            }
        }
        return levels;
    }

    private static Level level(Random random, Severity severity, int incidents) {
        return switch (random.nextInt(4)) {
            case 0 -> new Level(severity, threshold(random, incidents), Threshold.NONE);
            case 1 -> new Level(severity, Threshold.NONE, threshold(random, incidents));
            case 2 -> new Level(severity, threshold(random, incidents), threshold(random, incidents));
            default -> new Level(severity, incidents);
        };
    }

    private static Threshold threshold(Random random, int incidents) {
        return new Threshold(incidents, random.nextInt(3), random.nextInt(2) * Threshold.MOST, random.nextInt(2) * 7);
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
