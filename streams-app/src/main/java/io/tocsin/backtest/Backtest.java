package io.tocsin.backtest;

import io.tocsin.incident.Incident;
import io.tocsin.incident.IncidentChange;
import io.tocsin.incident.Report;
import io.tocsin.resolve.Matching;
import io.tocsin.resolve.ReportsInMemory;
import io.tocsin.resolve.Resolution;
import io.tocsin.resolve.Resolver;
import io.tocsin.watch.Alert;
import io.tocsin.watch.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Replays a history: what the rules would have announced. It resolves and watches as the application does, on two
 * threads, one ahead of the other; what comes out does not depend on that. Of all that it was told it forgets nothing.
 */
public final class Backtest {

    private final Matching matching;
    private final List<Rule> rules;

    public Backtest(Matching matching, Collection<Rule> rules) {
        this.matching = matching;
        this.rules = List.copyOf(rules);
    }

    /**
     * Replays the reports.
     *
     * @param history placed, see {@link io.tocsin.incident.Admittance}
     * @param announce is told every transition, in order, on the calling thread
     * @param progress is told now and then how many reports have gone their way
     */
    public Findings run(Collection<Report> history, Arrivals arrivals, Consumer<Alert> announce, IntConsumer progress) {
        List<Report> inOrder = arrivals.of(history);
        Account account = new Account(rules);
        Watching watching = new Watching(rules, alert -> {
            account.add(alert);
            announce.accept(alert);
        });
        Map<String, Integer> reportsOf = new HashMap<>();
        Resolving resolving = new Resolving(matching);
        Replayed replayed = new Replayed(progress);
        try (Ahead<Report, Resolved> ahead = new Ahead<>(1, "tocsin-resolving", resolving::resolve, resolved -> {
            watching.take(resolved.report(), resolved.changes());
            resolved.changes().forEach(change -> count(reportsOf, change));
            replayed.another();
        })) {
            inOrder.forEach(ahead::put);
            ahead.finish();
        }
        Optional<Instant> first = inOrder.stream().findFirst().map(Report::publishedAt);
        Optional<Instant> last =
                first.map(any -> inOrder.get(inOrder.size() - 1).publishedAt());
        Instant from = first.orElse(Instant.EPOCH);
        Instant until = last.orElse(from);
        return new Findings(
                first,
                last,
                Timeline.of(from, until),
                inOrder.size(),
                reportsOf.size(),
                account.findings(watching, incident -> reportsOf.getOrDefault(incident, 0), from, until));
    }

    private static void count(Map<String, Integer> reportsOf, IncidentChange change) {
        Optional<Incident> after = change.after();
        if (after.isPresent()) {
            reportsOf.put(after.get().id(), after.get().members().size());
        } else {
            reportsOf.remove(change.id());
        }
    }

    /** A report, and what it changed. */
    private record Resolved(Report report, List<IncidentChange> changes) {}

    /** Resolves report after report. For one thread. */
    private static final class Resolving {
        private final Resolver resolver;
        private final ReportsInMemory known;

        Resolving(Matching matching) {
            resolver = new Resolver(matching);
            known = new ReportsInMemory(matching);
        }

        Resolved resolve(Report report) {
            Resolution resolution = resolver.resolve(report, known);
            known.apply(resolution);
            return new Resolved(report, resolution.changes());
        }
    }

    /** Tells the progress, but not with every report. */
    private static final class Replayed {
        private static final int TOLD_EVERY = 1_000;

        private final IntConsumer progress;
        private int reports;

        Replayed(IntConsumer progress) {
            this.progress = progress;
        }

        void another() {
            reports++;
            if (reports % TOLD_EVERY == 0) {
                progress.accept(reports);
            }
        }
    }
}
