package io.tocsin.topology;

import io.tocsin.metrics.Meters;
import io.tocsin.watch.Alert;
import io.tocsin.watch.AlertAction;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Cause;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Rule;
import io.tocsin.watch.RuleBook;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Step;
import io.tocsin.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The watch of one task: what it counts, what it announced, and by which rules. It announces at once, when something is
 * due, when a rule changes and when an operator does something.
 */
final class TaskWatch {

    private static final int MOST_DUE_AT_ONCE = 1_000;
    private static final int FORGET_WITH_A_TICK = 1_000;

    /** What a task keeps. */
    record State(StoredLedger ledger, StoredCoverage coverage, StoredAlerts alerts, AppliedRules applied) {}

    private final TopologySettings settings;
    private final RulesInForce inForce;
    private final BiPredicate<Rule, String> countsIn;
    private final WatchClock clock;
    private final State state;
    private final Consumer<Alert> announce;
    private final Meters meters;
    private final Duration pace;
    private boolean behind;
    private long lookedAt = Long.MIN_VALUE;
    private int rulesVersion = -1;
    private int forgottenBefore = Integer.MIN_VALUE;
    private RuleBook rules = RuleBook.empty();
    private Watch watch;

    /**
     * @param countsIn whether the rule counts what lies under a home of the ledger, see {@link StoredLedger#homes}
     * @param announce is told each alert once
     */
    TaskWatch(
            TopologySettings settings,
            RulesInForce inForce,
            BiPredicate<Rule, String> countsIn,
            WatchClock clock,
            State state,
            Consumer<Alert> announce,
            Meters meters) {
        this.settings = settings;
        this.inForce = inForce;
        this.countsIn = countsIn;
        this.clock = clock;
        this.state = state;
        this.announce = announce;
        this.meters = meters;
        // By the stream's clock time may stop, so nothing waits for it.
        this.pace = settings.clock() == TopologySettings.Clock.WALL
                ? settings.ticks().growth()
                : Duration.ZERO;
        use(state.applied().rules());
    }

    /**
     * Counts the incidents that changed together.
     *
     * @return how many transitions that led to
     */
    int incidentsChanged(List<Replacement> changes, Cause cause) {
        state.ledger().apply(changes, fact -> fact.place().path());
        return take(watch.incidentsChanged(changes, cause, clock.now()));
    }

    /** Counts an incident that changed, in one scope that crosses borders. */
    void changedIn(Scope scope, Replacement change, Cause cause) {
        state.ledger().apply(List.of(change), fact -> scope.key());
        take(watch.changedIn(scope, change, cause, clock.now()));
    }

    /**
     * Hears that a source told of an incident at that instant; before what it told is counted.
     *
     * @param home the country, or a scope that crosses borders
     */
    void sourceTold(Scope home, String source, Instant at, Cause cause) {
        Optional<Instant> before = state.coverage().heard(home.key(), source, at);
        before.ifPresent(known -> take(watch.coverageChanged(home, known, at, cause, clock.now())));
    }

    /**
     * Does what an operator wants done.
     *
     * @return whether there is such an alert
     */
    boolean act(AlertAction action) {
        Optional<List<Step>> steps = watch.acted(action, clock.now());
        steps.ifPresent(this::take);
        return steps.isPresent();
    }

    /** Whether more is due than was said, as a thread may not be kept for longer. */
    boolean isBehind() {
        return behind;
    }

    /** Says all that is due. */
    void sayAllThatIsDue() {
        Instant now = clock.now();
        while (say(MOST_DUE_AT_ONCE, now)) {
            // until nothing more is due
        }
    }

    /**
     * Says what is due; by the wall clock no longer than a thread may be kept, the rest when it is asked at another moment.
     *
     * @param steadyMs asked by several in one moment, which keep the thread together, it says what is due once
     */
    void sayWhatIsDue(long steadyMs) {
        if (settings.clock() == TopologySettings.Clock.STREAM) {
            sayAllThatIsDue();
        } else if (steadyMs == lookedAt) {
            behind = true;
        } else {
            lookedAt = steadyMs;
            Instant now = clock.now();
            long start = System.nanoTime();
            long longest = settings.ticks().longest().toNanos();
            do {
                behind = say(1, now);
            } while (behind && System.nanoTime() - start < longest);
        }
    }

    /** Whether anything was due. */
    private boolean say(int most, Instant now) {
        List<StoredAlerts.Due> taken = state.alerts().takeDue(now, most);
        for (StoredAlerts.Due due : taken) {
            take(watch.due(due.rule(), due.book(), now));
            rules.find(due.rule()).ifPresent(rule -> reindex(rule, due.book()));
        }
        return !taken.isEmpty();
    }

    /** Alerts first: one whose incidents are forgotten must not be taken for one that lost them. */
    void forget() {
        int first = settings.history().firstRemembered(clock.atLeast());
        boolean later = first > forgottenBefore;
        if (later && state.alerts().forgetBefore(Instant.EPOCH.plus(Duration.ofDays(first)), FORGET_WITH_A_TICK)) {
            forgottenBefore = first;
        }
        state.ledger().forgetBefore(forgottenBefore, FORGET_WITH_A_TICK);
    }

    /**
     * New and changed rules look over the incidents already known; alerts of rules that are gone are retired.
     *
     * @return the rules that are new or changed, those that the task does not watch by included
     */
    List<Rule> catchUpWithRules() {
        RulesInForce.Snapshot snapshot = inForce.current();
        if (snapshot.version() == rulesVersion) {
            return List.of();
        }
        rulesVersion = snapshot.version();
        List<Rule> wanted = state.applied().inForce(snapshot);
        AppliedRules.Changes changes = state.applied().changesTo(wanted);
        for (Rule rule : changes.removed()) {
            List<Announced> announced = new ArrayList<>();
            state.alerts().forEach(rule.id(), announced::add);
            take(watch.ruleRemoved(rule, announced, clock.now()));
        }
        use(wanted);
        if (!changes.changed().isEmpty()) {
            lookBack(changes.changed());
        }
        state.applied().apply(changes);
        return changes.changed();
    }

    /** Home by home, so that no more than the incidents of one are in memory. */
    private void lookBack(Collection<Rule> changed) {
        List<Announced> told = new ArrayList<>();
        changed.forEach(rule -> state.alerts().forEach(rule.id(), told::add));
        Set<String> homes = new LinkedHashSet<>(state.ledger().homes());
        told.forEach(alert -> homes.add(StoredLedger.homeOf(alert.scope())));
        for (String home : homes) {
            List<Rule> counting =
                    changed.stream().filter(rule -> countsIn.test(rule, home)).toList();
            LookBack view = new LookBack(counting);
            state.ledger().forEach(home, view::add);
            lookBack(home, changed, view, told);
        }
    }

    private void lookBack(String home, Collection<Rule> changed, LookBack view, List<Announced> told) {
        for (Announced alert : told) {
            if (StoredLedger.homeOf(alert.scope()).equals(home)) {
                changed.stream()
                        .filter(rule -> rule.id().equals(alert.rule()))
                        .forEach(rule -> view.add(rule, alert.scope()));
            }
        }
        Watch looking = new Watch(rules, view.facts(), state.alerts(), state.coverage(), pace);
        view.forEach((rule, scope) -> {
            take(looking.ruleChanged(rule, scope, clock.now()));
            reindex(rule, scope.book());
        });
    }

    private void reindex(Rule rule, String book) {
        for (Announced alert : state.alerts().of(rule.id(), book)) {
            if (alert.due(rule).isPresent()) {
                state.alerts().apply(new Step(alert, rule, Optional.empty()));
            }
        }
    }

    /** Watches by those of the rules that it watches by at all. */
    private void use(Collection<Rule> all) {
        rules = new RuleBook(
                all.stream().filter(rule -> countsIn.test(rule, anyHome(rule))).toList());
        watch = new Watch(rules, state.ledger(), state.alerts(), state.coverage(), pace);
    }

    private static String anyHome(Rule rule) {
        return rule.per().kind().crossesBorders()
                ? StoredLedger.homeOf(rule.per().kind())
                : "";
    }

    private int take(List<Step> steps) {
        int transitions = 0;
        for (Step step : steps) {
            state.alerts().apply(step);
            step.alert().ifPresent(alert -> {
                meters.alert(alert.rule().id(), alert.state().episode().severity(), alert.transition());
                announce.accept(alert);
            });
            transitions += step.alert().isPresent() ? 1 : 0;
        }
        return transitions;
    }
}
