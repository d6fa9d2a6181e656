package io.tocsin.backtest;

import io.tocsin.watch.Alert;
import io.tocsin.watch.Announced;
import io.tocsin.watch.BookInMemory;
import io.tocsin.watch.Fact;
import io.tocsin.watch.Outlook;
import io.tocsin.watch.Rule;
import io.tocsin.watch.RuleBook;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;

/** Takes account of what is announced, and adds it up in the end. */
final class Account {

    private static final double DAYS_A_WEEK = 7;
    private static final Comparator<RuleFinding.Loud> LOUDEST_FIRST = Comparator.comparingInt(
                    RuleFinding.Loud::notifications)
            .thenComparingInt(RuleFinding.Loud::alerts)
            .thenComparingInt(RuleFinding.Loud::incidents)
            .reversed()
            .thenComparing(loud -> loud.scope().key());

    private final Collection<Rule> rules;
    private final Map<String, Map<String, Alert>> opened = new HashMap<>();
    private final Map<String, Map<Scope, Integer>> notifications = new HashMap<>();

    Account(Collection<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (Rule rule : rules) {
            opened.put(rule.id(), new LinkedHashMap<>());
            notifications.put(rule.id(), new HashMap<>());
        }
    }

    void add(Alert alert) {
        if (alert.transition() == Transition.OPENED) {
            opened.get(alert.rule().id()).putIfAbsent(alert.state().id(), alert);
        }
        if (alert.notifies()) {
            notifications.get(alert.rule().id()).merge(alert.state().scope(), 1, Integer::sum);
        }
    }

    /**
     * Adds it all up.
     *
     * @param reportsOf how many reports an incident, by its id, is made of
     */
    List<RuleFinding> findings(Watching watching, ToIntFunction<String> reportsOf, Instant first, Instant last) {
        Timeline timeline = Timeline.of(first, last);
        Map<String, List<Fact>> counted = counted(watching.facts());
        Map<String, Announced> standing = byId(watching.book());
        List<RuleFinding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            List<Fact> facts = counted.getOrDefault(rule.id(), List.of());
            List<Episode> episodes = episodes(rule, standing, watching);
            List<Opening> openings = episodes.stream().map(Episode::opening).toList();
            long withdrawn = openings.stream().filter(Opening::withdrawn).count();
            Map<Scope, RuleFinding.Loud> loud = loud(rule, episodes, timeline);
            findings.add(new RuleFinding(
                    rule,
                    facts.stream()
                            .mapToInt(fact -> reportsOf.applyAsInt(fact.incident()))
                            .sum(),
                    facts.size(),
                    openings,
                    notifications.get(rule.id()).values().stream()
                            .mapToInt(n -> n)
                            .sum(),
                    openings.size() / weeks(first, last),
                    median(openings.stream().flatMapToDouble(opening -> opening.recurrenceDays().stream())),
                    leadTime(episodes),
                    openings.isEmpty() ? 0 : (double) withdrawn / openings.size(),
                    timeline.counts(facts.stream().map(Fact::at).toList()),
                    timeline.counts(openings.stream().map(Opening::at).toList()),
                    loud.values().stream()
                            .sorted(LOUDEST_FIRST)
                            .limit(RuleFinding.MOST_SCOPES)
                            .toList(),
                    loud.size()));
        }
        return findings;
    }

    private Map<String, List<Fact>> counted(Collection<Fact> facts) {
        RuleBook book = new RuleBook(rules);
        Map<String, List<Fact>> counted = new HashMap<>();
        for (Fact fact : facts) {
            for (Rule rule : book.mayCount(fact)) {
                if (rule.match().test(fact) && rule.per().scopeOf(fact).isPresent()) {
                    counted.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(fact);
                }
            }
        }
        return counted;
    }

    private static Map<String, Announced> byId(BookInMemory book) {
        Map<String, Announced> byId = new HashMap<>();
        book.all().forEach(alert -> byId.put(alert.id(), alert));
        return byId;
    }

    /** The alerts of a rule as they stand in the end, with the incidents that they count. */
    private List<Episode> episodes(Rule rule, Map<String, Announced> standing, Watching watching) {
        List<Episode> episodes = new ArrayList<>();
        for (Alert alert : opened.get(rule.id()).values()) {
            Announced end = standing.get(alert.state().id());
            boolean withdrawn = end.phase() == Announced.Phase.WITHDRAWN;
            OptionalDouble recurrence = alert.outlook().map(Outlook::recurrenceDays).stream()
                    .mapToDouble(days -> days)
                    .findFirst();
            Opening opening = new Opening(end.id(), end.scope(), alert.announced(), recurrence, withdrawn);
            episodes.add(new Episode(opening, withdrawn ? List.of() : instants(rule, end, watching)));
        }
        return episodes;
    }

    private static List<Instant> instants(Rule rule, Announced alert, Watching watching) {
        Instant first = alert.episode().first();
        Instant last = alert.episode().last();
        Iterable<Fact> there = alert.episode()
                .circle()
                .map(circle -> watching.ledger()
                        .near(alert.scope().names().get(0), circle.centre(), circle.km() + NEARLY_KM, first, last))
                .orElseGet(() -> watching.ledger().forward(alert.scope(), first, last));
        List<Instant> instants = new ArrayList<>();
        for (Fact fact : there) {
            if (rule.match().test(fact)) {
                instants.add(fact.at());
            }
        }
        return instants;
    }

    /** A circle is told to a tenth of a kilometre. */
    private static final double NEARLY_KM = 0.1;

    private Map<Scope, RuleFinding.Loud> loud(Rule rule, List<Episode> episodes, Timeline timeline) {
        Map<Scope, List<Episode>> byScope = new LinkedHashMap<>();
        for (Episode episode : episodes) {
            byScope.computeIfAbsent(episode.opening().scope(), scope -> new ArrayList<>())
                    .add(episode);
        }
        Map<Scope, RuleFinding.Loud> loud = new LinkedHashMap<>();
        byScope.forEach((scope, there) -> {
            List<Instant> instants = there.stream()
                    .flatMap(episode -> episode.instants().stream())
                    .toList();
            loud.put(
                    scope,
                    new RuleFinding.Loud(
                            scope,
                            there.size(),
                            notifications.get(rule.id()).getOrDefault(scope, 0),
                            (int) there.stream()
                                    .filter(episode -> episode.opening().withdrawn())
                                    .count(),
                            instants.size(),
                            timeline.counts(instants)));
        });
        return loud;
    }

    private static Optional<Duration> leadTime(List<Episode> episodes) {
        OptionalDouble seconds = median(episodes.stream()
                .filter(episode -> !episode.instants().isEmpty())
                .mapToDouble(episode -> Duration.between(episode.opening().at(), episode.endOfWorstDay())
                        .toSeconds()));
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds((long) seconds.getAsDouble())) : Optional.empty();
    }

    private static double weeks(Instant first, Instant last) {
        return Math.max(1, Duration.between(first, last).toSeconds() / (DAYS_A_WEEK * 86_400));
    }

    private static OptionalDouble median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** An alert, and the instants of the incidents that it counts in the end; none if it is withdrawn. */
    private record Episode(Opening opening, List<Instant> instants) {

        /** Of several such days the first. */
        Instant endOfWorstDay() {
            Map<LocalDate, Integer> days = new TreeMap<>();
            instants.forEach(at -> days.merge(Period.DAY.startOf(at), 1, Integer::sum));
            LocalDate worst = null;
            for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
                worst = worst == null || day.getValue() > days.get(worst) ? day.getKey() : worst;
            }
            return worst.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }
}
