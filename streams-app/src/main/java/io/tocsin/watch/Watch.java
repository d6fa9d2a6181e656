package io.tocsin.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Watches incidents by the rules in force. Every method returns the steps to take and takes none: the caller keeps the
 * states and publishes the alerts. Which episodes there are depends on the incidents in the ledger, never on the order in
 * which they came.
 */
public final class Watch {

    /** The narrowest scopes come first: they explain wider ones. */
    private static final Comparator<Counting> NARROWEST_FIRST = Comparator.comparing(
                    (Counting counting) -> counting.scope().kind())
            .thenComparing(counting -> counting.rule().id())
            .thenComparing(counting -> counting.scope().key());

    private final RuleBook rules;
    private final Ledger ledger;
    private final AlertBook alerts;
    private final Coverage coverage;
    private final Duration pace;
    private final Pasts pasts = new Pasts();

    /** @param pace an alert that only grows says so at most once in so long */
    public Watch(RuleBook rules, Ledger ledger, AlertBook alerts, Coverage coverage, Duration pace) {
        this.rules = rules;
        this.ledger = ledger;
        this.alerts = alerts;
        this.coverage = coverage;
        this.pace = pace;
    }

    /**
     * The steps after incidents changed together, as by one report.
     *
     * @param changes what was counted of each and is no longer in the ledger, and what is in the ledger now
     */
    public List<Step> incidentsChanged(List<Replacement> changes, Cause cause, Instant now) {
        return changed(changes, rule -> true, cause, now);
    }

    /** The same for one incident, in one scope only: rules that count it in scopes of other kinds are not asked. */
    public List<Step> changedIn(Scope scope, Replacement change, Cause cause, Instant now) {
        return changed(List.of(change), rule -> rule.per().kind() == scope.kind(), cause, now);
    }

    private List<Step> changed(List<Replacement> changes, Predicate<Rule> counting, Cause cause, Instant now) {
        Map<Counting, Counted> touched = new TreeMap<>(NARROWEST_FIRST);
        for (Replacement change : changes) {
            change.before()
                    .ifPresent(fact -> countings(fact, counting)
                            .forEach(each -> touched.computeIfAbsent(each, Counted::none)
                                    .removed()
                                    .add(fact)));
            change.after()
                    .ifPresent(fact -> countings(fact, counting)
                            .forEach(each -> touched.computeIfAbsent(each, Counted::none)
                                    .added()
                                    .add(fact)));
        }
        touched.forEach(
                (each, counted) -> pasts.changed(each.rule(), each.scope(), counted.removed(), counted.added()));
        Explaining explaining = new Explaining(rules, alerts);
        List<Step> steps = new ArrayList<>();
        touched.forEach((each, counted) -> {
            List<Announced> book = alerts.of(each.rule().id(), each.scope().book());
            Scan scan = scan(each.rule(), each.scope());
            Difference difference = scan.difference(counted.removed(), counted.added(), standing(book));
            for (Step step : new Announcer(scan, book, explaining, cause, now, pace).announce(difference)) {
                explaining.stepped(step);
                steps.add(step);
            }
        });
        return steps;
    }

    /**
     * The steps after a source turned out to have told of a place for longer than was known: what it told counts as
     * unusual, or as usual, from earlier on.
     *
     * @param home the country, or a scope that crosses borders
     * @param before since when it was known to tell; {@code since} is earlier
     */
    public List<Step> coverageChanged(Scope home, Instant before, Instant since, Cause cause, Instant now) {
        Set<Counting> touched = new TreeSet<>(NARROWEST_FIRST);
        for (Rule rule : rules.rules()) {
            boolean judged = rule.unusual().isPresent()
                    && (home.kind().crossesBorders()
                            ? rule.per().has(home)
                            : !rule.per().kind().crossesBorders());
            if (judged) {
                Instant from = since.plus(rule.history());
                Instant until = before.plus(rule.history()).plus(rule.within().multipliedBy(2));
                for (Fact fact : ledger.forward(home, from, until)) {
                    rule.scopeOf(fact).ifPresent(scope -> touched.add(new Counting(rule, scope)));
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        touched.forEach(each -> steps.addAll(derivedAnew(each, cause, now)));
        return steps;
    }

    /** The steps for alerts of a rule for which something may be due. */
    public List<Step> due(String rule, String book, Instant now) {
        List<Step> steps = new ArrayList<>();
        rules.find(rule).ifPresent(inForce -> {
            Explaining explaining = new Explaining(rules, alerts);
            List<Announced> kept = alerts.of(rule, book);
            for (Announced alert : kept) {
                if (alert.phase() == Announced.Phase.OPEN || alert.growth().unsaid()) {
                    new Announcer(scan(inForce, alert.scope()), kept, explaining, Cause.of("time passed"), now, pace)
                            .due(alert)
                            .ifPresent(steps::add);
                }
            }
        });
        return steps;
    }

    /** What follows from what an operator does about an alert; empty if there is no such alert. */
    public Optional<List<Step>> acted(AlertAction action, Instant now) {
        Optional<Rule> inForce = rules.find(action.rule());
        List<Announced> book = alerts.of(action.rule(), action.book());
        return book.stream()
                .filter(alert -> alert.id().equals(action.alert()) && inForce.isPresent())
                .findFirst()
                .map(alert -> new Announcer(
                                scan(inForce.get(), alert.scope()),
                                book,
                                new Explaining(rules, alerts),
                                Cause.of(action.inWords()),
                                now,
                                pace)
                        .acted(alert, action).stream().toList());
    }

    /**
     * The steps after the rule came into force, or changed, for one scope: looks over all incidents already known.
     *
     * @param scope a scope in which there are incidents that the rule may count, or alerts of its; those of scopes of
     *     another kind, from before the rule changed, are withdrawn
     */
    public List<Step> ruleChanged(Rule rule, Scope scope, Instant now) {
        Cause cause = Cause.of("rule " + rule.id() + " was changed (revision " + rule.revision() + ")");
        return derivedAnew(new Counting(rule, scope), cause, now);
    }

    /** The steps that retire the alerts of a rule that is gone. */
    public List<Step> ruleRemoved(Rule rule, Collection<Announced> of, Instant now) {
        Cause cause = Cause.of("rule " + rule.id() + " was deleted");
        Explaining explaining = new Explaining(rules, alerts);
        return of.stream()
                .filter(alert -> alert.phase() == Announced.Phase.OPEN)
                .map(alert -> new Announcer(scan(rule, alert.scope()), List.of(), explaining, cause, now, pace)
                        .withdrawn(alert, cause.inWords()))
                .toList();
    }

    private List<Step> derivedAnew(Counting counting, Cause cause, Instant now) {
        Scan scan = scan(counting.rule(), counting.scope());
        List<Announced> book = alerts.of(counting.rule().id(), counting.scope().book());
        boolean itsOwn = counting.rule().per().has(counting.scope());
        List<Episode> derived = itsOwn ? scan.all() : List.of();
        return new Announcer(scan, book, new Explaining(rules, alerts), cause, now, pace)
                .announce(new Difference(standing(book), derived));
    }

    private Scan scan(Rule rule, Scope scope) {
        Ledger seen = WideLedger.of(ledger, rule);
        return scope.kind() == Scope.Kind.RADIUS && rule.per() instanceof Per.Radius radius
                ? new ClusterScan(seen, rule, scope, radius.km(), coverage)
                : new ScopeScan(seen, rule, scope, () -> pasts.of(seen, rule, scope, coverage));
    }

    private static List<Announced> standing(List<Announced> book) {
        return book.stream().filter(Announced::stands).toList();
    }

    private List<Counting> countings(Fact fact, Predicate<Rule> counting) {
        List<Counting> countings = new ArrayList<>();
        for (Rule rule : rules.mayCount(fact)) {
            if (counting.test(rule) && rule.match().test(fact)) {
                rule.per().scopeOf(fact).ifPresent(scope -> countings.add(new Counting(rule, scope)));
                if (rule.count() == Certainty.POSSIBLE && !rule.per().isIn(fact)) {
                    scopesNear(rule, fact).forEach(scope -> countings.add(new Counting(rule, scope)));
                }
            }
        }
        return countings;
    }

    /** The scopes in which the incident may lie and in which something certainly was when it can matter. */
    private Set<Scope> scopesNear(Rule rule, Fact fact) {
        Set<Scope> scopes = new LinkedHashSet<>();
        Scope wider = Scope.of(fact.place().finest());
        Duration reach = rule.within().multipliedBy(2).plus(rule.quiet());
        Instant from = fact.at().minus(reach);
        Instant until = fact.at().plus(reach);
        if (rule.unusual().isPresent()) {
            until = until.plus(rule.history()).plus(rule.within());
        }
        for (Fact other : ledger.forward(wider, from, until)) {
            if (rule.match().test(other)) {
                rule.per()
                        .scopeOf(other)
                        .filter(scope -> new Possible(scope).mayHold(fact))
                        .ifPresent(scopes::add);
            }
        }
        return scopes;
    }

    /** A rule counting in a scope. */
    private record Counting(Rule rule, Scope scope) {}

    /** What one rule no longer counts in one scope, and what it counts now. */
    private record Counted(List<Fact> removed, List<Fact> added) {

        static Counted none(Counting counting) {
            return new Counted(new ArrayList<>(), new ArrayList<>());
        }
    }
}
