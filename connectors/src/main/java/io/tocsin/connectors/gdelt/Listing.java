package io.tocsin.connectors.gdelt;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What GDELT's lists name, in order of time. For one thread. */
final class Listing {

    private final TreeMap<Instant, Slot> slots = new TreeMap<>();

    /** Takes up the files that the lines name. */
    Listing add(String text) {
        text.lines()
                .forEach(line -> ListedFile.parse(line).ifPresent(file -> {
                    Slot known = slots.getOrDefault(file.time(), Slot.empty(file.time()));
                    slots.put(file.time(), known.with(file));
                }));
        return this;
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** The newest time that is listed, of a listing that is not empty. */
    Instant newest() {
        return slots.lastKey();
    }

    /** The first slot after a time. */
    Optional<Slot> after(Instant time) {
        return Optional.ofNullable(slots.higherEntry(time)).map(entry -> entry.getValue());
    }
}
