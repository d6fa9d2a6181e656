package io.tocsin.benchmarks;

import java.util.Locale;

/** Who competes. */
enum Contestant {
    /** Kafka Streams reads a report into its class and writes it to another topic: what any topology pays at the least. */
    IDENTITY,
    /** Tocsin's own topology. */
    TOCSIN;

    static Contestant of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
