package io.tocsin.backtest;

import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.watch.Alert;
import io.tocsin.watch.BookInMemory;
import io.tocsin.watch.Cause;
import io.tocsin.watch.CoverageInMemory;
import io.tocsin.watch.Fact;
import io.tocsin.watch.LedgerInMemory;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Rule;
import io.tocsin.watch.RuleBook;
import io.tocsin.watch.Scope;
import io.tocsin.watch.Step;
import io.tocsin.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The watch over all countries at once, in memory. Time is that of the newest publication; what falls due between two
 * reports is said in between, when it falls due.
 */
final class Watching {

    private final List<Rule> crossing;
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final BookInMemory book = new BookInMemory();
    private final CoverageInMemory coverage = new CoverageInMemory();
    private final Dues dues = new Dues();
    private final Watch watch;
    private final Consumer<Alert> announce;
    private Instant now = Instant.MIN;

    Watching(Collection<Rule> rules, Consumer<Alert> announce) {
        this.crossing = rules.stream()
                .filter(rule -> rule.per().kind().crossesBorders())
                .toList();
        this.announce = announce;
        rules.forEach(rule -> ledger.keep(rule.per()));
        this.watch = new Watch(new RuleBook(rules), ledger, book, coverage, Duration.ZERO);
    }

    /** A report came, which changed these incidents. */
    void take(Report report, List<IncidentChange> changes) {
        passTo(report.publishedAt());
        Cause cause = Cause.of(report, changes);
        List<Replacement> replacements = Replacement.of(changes);
        hear(
                Scope.country(report.place().country()),
                report.source().id(),
                report.occurrence().instant(),
                cause);
        for (Replacement replacement : replacements) {
            replacement.after().ifPresent(fact -> hearAcrossBorders(fact, cause));
        }
        replacements.forEach(replacement -> replacement.before().ifPresent(ledger::remove));
        replacements.forEach(replacement -> replacement.after().ifPresent(ledger::add));
        take(watch.incidentsChanged(replacements, cause, now));
        sayWhatIsDue(now);
    }

    /** Every incident that stands. */
    Collection<Fact> facts() {
        return ledger.all();
    }

    LedgerInMemory ledger() {
        return ledger;
    }

    BookInMemory book() {
        return book;
    }

    private void passTo(Instant instant) {
        if (instant.isAfter(now)) {
            sayWhatIsDue(instant);
            now = instant;
        }
    }

    private void sayWhatIsDue(Instant until) {
        for (Optional<Dues.Due> next = dues.take(until); next.isPresent(); next = dues.take(until)) {
            Dues.Due due = next.get();
            now = due.at().isAfter(now) ? due.at() : now;
            take(watch.due(due.rule(), due.book(), now));
        }
    }

    private void hearAcrossBorders(Fact fact, Cause cause) {
        for (Rule rule : crossing) {
            rule.per()
                    .scopeOf(fact)
                    .ifPresent(scope -> fact.sources().forEach(source -> hear(scope, source, fact.at(), cause)));
        }
    }

    private void hear(Scope home, String source, Instant at, Cause cause) {
        coverage.heard(home.key(), source, at)
                .ifPresent(before -> take(watch.coverageChanged(home, before, at, cause, now)));
    }

    private void take(List<Step> steps) {
        for (Step step : steps) {
            book.put(step.state());
            dues.put(step);
            step.alert().ifPresent(announce);
        }
    }
}
