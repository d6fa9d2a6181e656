package io.tocsin.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Since when each source has told of what, in memory; it only ever moves back. For one thread. */
public final class CoverageInMemory implements Coverage {

    private final Map<String, Map<String, Instant>> since = new HashMap<>();

    @Override
    public Map<String, Instant> since(String home) {
        return since.computeIfAbsent(home, h -> new HashMap<>());
    }

    /**
     * Hears of an incident.
     *
     * @return since when the source was known to tell, if it is known now to have told earlier
     */
    public Optional<Instant> heard(String home, String source, Instant at) {
        Map<String, Instant> there = since(home);
        Instant known = there.get(source);
        if (known != null && !at.isBefore(known)) {
            return Optional.empty();
        }
        there.put(source, at);
        return Optional.ofNullable(known);
    }
}
