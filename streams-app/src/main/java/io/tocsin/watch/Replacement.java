package io.tocsin.watch;

import io.tocsin.incident.IncidentChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is counted of one incident, before and after it changed. */
public record Replacement(Optional<Fact> before, Optional<Fact> after) {

    /** What changes of incidents change about what is counted; those that change nothing about it are left out. */
    public static List<Replacement> of(Collection<IncidentChange> changes) {
        List<Replacement> replacements = new ArrayList<>(changes.size());
        for (IncidentChange change : changes) {
            Optional<Fact> before = change.before().map(Fact::of);
            Optional<Fact> after = change.after().map(Fact::of);
            if (!before.equals(after)) {
                replacements.add(new Replacement(before, after));
            }
        }
        return replacements;
    }
}
