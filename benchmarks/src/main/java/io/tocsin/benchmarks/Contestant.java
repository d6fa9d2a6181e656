package io.tocsin.benchmarks;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who competes. */
enum Contestant {
    /** Kafka Streams reads a report into its class and writes it to another topic: what any topology pays at the least. */
    IDENTITY,
    /** The same, and as many writes for a report as Tocsin's state asks for, with no thought: what that state costs at the least. */
    FLOOR,
    /** Tocsin's topology, where names are taken as given and only what names one site, day and family is one incident. */
    FIXED_RULE,
    /** Tocsin's own topology. */
    TOCSIN,
    /** The same with matching to do, and twenty rules. */
    FULL_JOB;

    /** Those of which every report leads to an alert or a copy. */
    static final Set<Contestant> ANSWERING = EnumSet.of(IDENTITY, TOCSIN);

    static Contestant of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is given to do. */
    Load load() {
        return this == FULL_JOB ? Load.THREE_SOURCES : Load.ONE_DATABASE;
    }

    /** Whether it only copies reports. */
    boolean copies() {
        return this == IDENTITY || this == FLOOR;
    }

    /** As {@link #label()}. */
    @Override
    public String toString() {
        return label();
    }
}
