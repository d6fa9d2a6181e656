package io.tocsin.watch;

import io.tocsin.places.Area;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches incidents by the rules in force. Every method returns the steps to take and takes none: the caller keeps the
 * states and publishes the alerts. What is announced depends on the incidents in the ledger, never on the order in
 * which they came.
 */
public final class Watch {

    private final RuleBook rules;
    private final Ledger ledger;
    private final AlertBook alerts;

    public Watch(RuleBook rules, Ledger ledger, AlertBook alerts) {
        this.rules = rules;
        this.ledger = ledger;
        this.alerts = alerts;
    }

    /**
     * The steps after incidents changed together, as by one report.
     *
     * @param changes what was counted of each and is no longer in the ledger, and what is in the ledger now
     */
    public List<Step> incidentsChanged(List<Replacement> changes, Cause cause, Instant now) {
        Map<Counting, Counted> touched = new LinkedHashMap<>();
        for (Replacement change : changes) {
            change.before()
                    .ifPresent(fact -> countings(fact)
                            .forEach(counting -> touched.computeIfAbsent(counting, Counted::none)
                                    .removed()
                                    .add(fact)));
            change.after()
                    .ifPresent(fact -> countings(fact)
                            .forEach(counting -> touched.computeIfAbsent(counting, Counted::none)
                                    .added()
                                    .add(fact)));
        }
        List<Step> steps = new ArrayList<>();
        touched.forEach((counting, counted) -> {
            List<Announced> book = alerts.of(counting.rule().id(), counting.scope());
            List<Announced> standing = book.stream().filter(Announced::stands).toList();
            Scan scan = new Scan(ledger, counting.rule(), counting.scope());
            steps.addAll(new Announcer(scan, book, cause, now).announce(counted.difference(scan, standing)));
        });
        return steps;
    }

    /** The steps for alerts of a rule in a scope for which something may be due. */
    public List<Step> due(String rule, Area scope, Instant now) {
        List<Step> steps = new ArrayList<>();
        rules.find(rule).ifPresent(inForce -> {
            List<Announced> book = alerts.of(rule, scope);
            Scan scan = new Scan(ledger, inForce, scope);
            Announcer announcer = new Announcer(scan, book, Cause.of("time passed"), now);
            book.forEach(alert -> announcer.due(alert).ifPresent(steps::add));
        });
        return steps;
    }

    /**
     * The steps after the rule came into force, or changed, for one scope: looks over all incidents already known.
     *
     * @param scope a scope in which there are incidents that the rule may count, or alerts of its; those of scopes of
     *     another level, from before the rule changed, are withdrawn
     */
    public List<Step> ruleChanged(Rule rule, Area scope, Instant now) {
        Scan scan = new Scan(ledger, rule, scope);
        List<Announced> book = alerts.of(rule.id(), scope);
        List<Announced> standing = book.stream().filter(Announced::stands).toList();
        Cause cause = Cause.of("rule " + rule.id() + " was changed (revision " + rule.revision() + ")");
        List<Episode> derived =
                scope.level() == rule.per() ? Episodes.derive(scan.between(Instant.MIN, Instant.MAX), rule) : List.of();
        return new Announcer(scan, book, cause, now).announce(new Difference(standing, derived));
    }

    /** The steps that retire the alerts of a rule that is gone. */
    public List<Step> ruleRemoved(Rule rule, Collection<Announced> of, Instant now) {
        Cause cause = Cause.of("rule " + rule.id() + " was deleted");
        return of.stream()
                .filter(alert -> alert.phase() == Announced.Phase.OPEN)
                .map(alert -> new Announcer(new Scan(ledger, rule, alert.scope()), List.of(), cause, now)
                        .withdrawn(alert, cause.inWords()))
                .toList();
    }

    private List<Counting> countings(Fact fact) {
        List<Counting> countings = new ArrayList<>();
        for (Rule rule : rules.mayCount(fact)) {
            rule.scopeOf(fact).ifPresent(scope -> countings.add(new Counting(rule, scope)));
        }
        return countings;
    }

    /** A rule counting in a scope. Scopes with one key are one scope. */
    private record Counting(Rule rule, Area scope) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Counting counting
                    && counting.rule.id().equals(rule.id())
                    && counting.scope.key().equals(scope.key());
        }

        @Override
        public int hashCode() {
            return 31 * rule.id().hashCode() + scope.key().hashCode();
        }
    }

    /** What one rule no longer counts in one scope, and what it counts now. */
    private record Counted(List<Fact> removed, List<Fact> added) {

        static Counted none(Counting counting) {
            return new Counted(new ArrayList<>(), new ArrayList<>());
        }

        Difference difference(Scan scan, List<Announced> standing) {
            if (removed.isEmpty() && added.size() == 1) {
                return Difference.grown(scan, standing, added.get(0));
            }
            if (removed.size() == 1 && added.size() == 1 && added.get(0).adds(removed.get(0))) {
                return Difference.recounted(standing, removed.get(0), added.get(0));
            }
            List<Fact> both = new ArrayList<>(removed);
            both.addAll(added);
            return Difference.derived(
                    scan,
                    standing,
                    Collections.min(both).at(),
                    Collections.max(both).at());
        }
    }
}
