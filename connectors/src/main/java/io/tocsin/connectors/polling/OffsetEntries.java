package io.tocsin.connectors.polling;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The entries of a stored offset. Throws IllegalArgumentException, with the entry's name, for a value of another type. */
public final class OffsetEntries {

    private final Map<String, ?> entries;
    private final Set<String> read = new HashSet<>();

    /** The entries of this offset, which may have come from people through Connect's REST API. */
    public OffsetEntries(Map<String, ?> entries) {
        this.entries = entries;
    }

    /** The version that the cursor was written in. */
    public int version() {
        return Math.toIntExact(number(FeedOffset.VERSION)
                .orElseThrow(() -> new IllegalArgumentException("the offset lacks '" + FeedOffset.VERSION + "'")));
    }

    /** A whole number. */
    public Optional<Long> number(String name) {
        return value(name, Number.class).map(number -> {
            if (number.doubleValue() != number.longValue()) {
                throw new IllegalArgumentException("'" + name + "' is " + number + ", which is no whole number");
            }
            return number.longValue();
        });
    }

    /** A whole number of 0 or more. */
    public long count(String name) {
        long count = number(name)
                .orElseThrow(() -> new IllegalArgumentException("the offset lacks the number '" + name + "'"));
        if (count < 0) {
            throw new IllegalArgumentException("'" + name + "' is " + count + ", which is negative");
        }
        return count;
    }

    /** A text. */
    public Optional<String> text(String name) {
        return value(name, String.class);
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        read.add(name);
        Object value = entries.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + value + ", which is no " + (type == Number.class ? "number" : "text"));
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** Refuses entries that nobody has asked for. */
    void requireNoOthers() {
        Set<String> others = new TreeSet<>(entries.keySet());
        others.removeAll(read);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("the offset has entries that mean nothing here: " + others);
        }
    }
}
