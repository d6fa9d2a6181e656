package io.tocsin.topology;

import io.tocsin.watch.Fact;
import io.tocsin.watch.LedgerInMemory;
import io.tocsin.watch.Rule;
import io.tocsin.watch.RuleBook;
import io.tocsin.watch.Scope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** All that changed rules may count of the incidents already known in one country: read in one pass. */
final class LookBack {

    private final RuleBook changed;
    private final LedgerInMemory facts = new LedgerInMemory();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Set<Scope>> scopes = new LinkedHashMap<>();

    LookBack(Collection<Rule> changed) {
        this.changed = new RuleBook(changed);
        changed.forEach(rule -> {
            rules.put(rule.id(), rule);
            scopes.put(rule.id(), new LinkedHashSet<>());
            facts.keep(rule.per());
        });
    }

    void add(Fact fact) {
        boolean counts = false;
        for (Rule rule : changed.mayCount(fact)) {
            if (rule.match().test(fact)) {
                counts = true;
                rule.per().scopeOf(fact).ifPresent(scopes.get(rule.id())::add);
            }
        }
        if (counts) {
            facts.add(fact);
        }
    }

    /** Adds a scope in which the rule announced something. */
    void add(Rule rule, Scope scope) {
        boolean oneOfClusters = scope.kind() == Scope.Kind.RADIUS && rule.per().kind() == Scope.Kind.RADIUS;
        rules.put(rule.id(), rule);
        scopes.computeIfAbsent(rule.id(), id -> new LinkedHashSet<>()).add(oneOfClusters ? scope.whole() : scope);
    }

    LedgerInMemory facts() {
        return facts;
    }

    void forEach(BiConsumer<Rule, Scope> consumer) {
        scopes.forEach((id, of) -> of.forEach(scope -> consumer.accept(rules.get(id), scope)));
    }
}
