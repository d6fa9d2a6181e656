package io.tocsin.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pasts last asked for, by rule and scope, so that none is read twice. Bounded by the instants in them. */
final class Pasts {

    private static final int INSTANTS_KEPT = 1_500_000;
    private static final int PASTS_KEPT = 20_000;
    private static final int LOOKED_OVER_AFTER = 256;

    private record Of(String rule, String scope) {}

    private final Map<Of, Past> pasts = new LinkedHashMap<>(16, 0.75f, true);
    private int made;

    /** The past of the scope by the rule. What is possible changes in scopes that nobody looks at: it is read anew. */
    Past of(Ledger ledger, Rule rule, Scope scope, Coverage coverage) {
        if (rule.count() == Certainty.POSSIBLE) {
            return past(ledger, rule, scope, coverage);
        }
        Of of = new Of(rule.id(), scope.key());
        Past kept = pasts.get(of);
        if (kept == null) {
            if (++made % LOOKED_OVER_AFTER == 0) {
                forgetEldest();
            }
            kept = past(ledger, rule, scope, coverage);
            pasts.put(of, kept);
        }
        return kept;
    }

    private static Past past(Ledger ledger, Rule rule, Scope scope, Coverage coverage) {
        return new Past(rule, (from, until) -> counted(ledger, rule, scope, from, until), coverage.since(home(scope)));
    }

    /** Keeps up with what is in the ledger already. */
    void changed(Rule rule, Scope scope, List<Fact> removed, List<Fact> added) {
        Past past = pasts.get(new Of(rule.id(), scope.key()));
        if (past != null) {
            removed.stream().filter(rule::counts).forEach(past::remove);
            added.stream().filter(rule::counts).forEach(past::add);
        }
    }

    /** Of whom it matters since when they have told: those of the country, or of a scope that has none. */
    static String home(Scope scope) {
        return scope.kind().crossesBorders() ? scope.key() : scope.names().get(0);
    }

    private static List<Fact> counted(Ledger ledger, Rule rule, Scope scope, Instant from, Instant until) {
        List<Fact> counted = new ArrayList<>();
        for (Fact fact : ledger.forward(scope, from, until)) {
            if (rule.isReachedBy(fact)) {
                counted.add(fact);
            }
        }
        return counted;
    }

    private void forgetEldest() {
        long instants = pasts.values().stream().mapToLong(Past::size).sum();
        Iterator<Past> eldest = pasts.values().iterator();
        while (eldest.hasNext() && (instants > INSTANTS_KEPT || pasts.size() > PASTS_KEPT)) {
            instants -= eldest.next().size();
            eldest.remove();
        }
    }
}
