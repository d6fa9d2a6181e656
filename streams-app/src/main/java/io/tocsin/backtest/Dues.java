package io.tocsin.backtest;

import io.tocsin.watch.Announced;
import io.tocsin.watch.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** When something is due for which alert, the earliest first. */
final class Dues {

    /** An alert, and when something is due for it. */
    record Due(Instant at, String rule, String book, String alert) implements Comparable<Due> {

        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::rule).thenComparing(Due::alert);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableSet<Due> inOrder = new TreeSet<>();
    private final Map<String, Due> byAlert = new HashMap<>();

    /** What is due for the alert after the step. */
    void put(Step step) {
        Announced alert = step.state();
        Due before = byAlert.remove(alert.id());
        if (before != null) {
            inOrder.remove(before);
        }
        alert.due(step.rule()).ifPresent(at -> {
            Due due = new Due(at, alert.rule(), alert.scope().book(), alert.id());
            byAlert.put(alert.id(), due);
            inOrder.add(due);
        });
    }

    /** Takes out the first that is due by then. */
    Optional<Due> take(Instant now) {
        if (inOrder.isEmpty() || inOrder.first().at().isAfter(now)) {
            return Optional.empty();
        }
        Due first = inOrder.pollFirst();
        byAlert.remove(first.alert());
        return Optional.of(first);
    }
}
