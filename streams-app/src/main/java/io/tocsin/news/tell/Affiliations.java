package io.tocsin.news.tell;

import io.tocsin.incident.TargetKind;
import io.tocsin.news.find.Facts;
import io.tocsin.news.find.people.Aim;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose things are that may be attacked, as an article says it anywhere. */
final class Affiliations {

    private static final int WITHIN = 9;

    private final Finders finders;
    private final Map<TargetKind, Set<String>> told = new EnumMap<>(TargetKind.class);

    Affiliations(Finders finders) {
        this.finders = finders;
    }

    /** Notes what the sentence says. */
    void note(Facts facts) {
        for (Aim aim : finders.aims().find(facts)) {
            int until = Math.min(facts.sentence().size(), aim.end() + WITHIN);
            finders.aims()
                    .affiliation(facts, aim.at(), until)
                    .ifPresent(affiliation -> told.computeIfAbsent(aim.kind(), kind -> new HashSet<>())
                            .add(affiliation));
        }
    }

    /** Whose the things of that kind are, if it was said of any and never otherwise. */
    Optional<String> of(TargetKind kind) {
        Set<String> all = told.getOrDefault(kind, Set.of());
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }
}
