package io.tocsin.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the alert of a narrower scope whose incidents are nearly all those of a wider one, so that people are told once. */
final class Explaining {

    /** So many of the wider alert's incidents, at least, are the narrower one's. */
    static final double NEARLY_ALL = 0.8;

    private final RuleBook rules;
    private final AlertBook alerts;
    private final Map<String, Announced> steppedNow = new HashMap<>();

    Explaining(RuleBook rules, AlertBook alerts) {
        this.rules = rules;
        this.alerts = alerts;
    }

    /** Tells of a step that was made and is not in the book yet. */
    void stepped(Step step) {
        steppedNow.put(step.state().id(), step.state());
    }

    /**
     * The open alert that explains one of the rule in the scope; of several that of the narrowest scope, then the one
     * with the most of the incidents.
     *
     * @param incidents the newest of the wider alert
     */
    Optional<String> explain(Rule wider, Scope scope, List<Fact> incidents) {
        Announced best = null;
        int most = 0;
        for (Rule rule : narrower(wider, scope, incidents)) {
            for (String book : books(rule, incidents)) {
                for (Announced alert : standing(rule, book)) {
                    int shared = shared(rule, alert, incidents);
                    boolean better = best == null
                            || alert.scope().kind().compareTo(best.scope().kind()) < 0
                            || (alert.scope().kind() == best.scope().kind() && shared > most);
                    if (shared >= NEARLY_ALL * incidents.size() && better) {
                        best = alert;
                        most = shared;
                    }
                }
            }
        }
        return Optional.ofNullable(best).map(Announced::id);
    }

    private List<Rule> narrower(Rule wider, Scope scope, List<Fact> incidents) {
        Map<String, Rule> found = new LinkedHashMap<>();
        if (!incidents.isEmpty() && !scope.kind().crossesBorders()) {
            rules.mayCount(incidents.get(0)).forEach(rule -> found.put(rule.id(), rule));
            rules.mayCount(incidents.get(incidents.size() - 1)).forEach(rule -> found.put(rule.id(), rule));
        }
        return found.values().stream()
                .filter(rule -> rule.per().kind().compareTo(wider.per().kind()) < 0)
                .toList();
    }

    /** Under what the rule keeps alerts that count at least one of the incidents in every five. */
    private static Collection<String> books(Rule rule, List<Fact> incidents) {
        Map<String, Integer> counts = new HashMap<>();
        for (Fact fact : incidents) {
            rule.scopeOf(fact).ifPresent(scope -> counts.merge(scope.book(), 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < NEARLY_ALL * incidents.size());
        return counts.keySet();
    }

    private List<Announced> standing(Rule rule, String book) {
        List<Announced> standing = new ArrayList<>();
        Map<String, Announced> kept = new HashMap<>();
        alerts.of(rule.id(), book).forEach(alert -> kept.put(alert.id(), alert));
        steppedNow.values().stream()
                .filter(alert ->
                        alert.rule().equals(rule.id()) && alert.scope().book().equals(book))
                .forEach(alert -> kept.put(alert.id(), alert));
        for (Announced alert : kept.values()) {
            if (alert.phase() == Announced.Phase.OPEN) {
                standing.add(alert);
            }
        }
        standing.sort((one, other) -> one.id().compareTo(other.id()));
        return standing;
    }

    private static int shared(Rule rule, Announced alert, List<Fact> incidents) {
        int shared = 0;
        for (Fact fact : incidents) {
            boolean there = alert.episode()
                    .circle()
                    .map(circle -> Per.point(fact).filter(circle::holds).isPresent())
                    .orElse(true);
            boolean counted = there
                    && alert.episode().counts(fact.at(), rule.within())
                    && rule.scopeOf(fact)
                            .filter(scope -> scope.book().equals(alert.scope().book()))
                            .isPresent();
            shared += counted ? 1 : 0;
        }
        return shared;
    }
}
