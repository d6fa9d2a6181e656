package io.tocsin.benchmarks.reading;

import java.util.Locale;

/** What kind of article it is. */
public enum Kind {
    /** One or more incidents. */
    PLAIN,
    /** No incident, though it may sound like one. */
    NONE,
    /** Counts attacks; may tell single ones beside. */
    TOTALS,
    /** Another outlet's article about an attack of another article. */
    FOLLOW_UP,
    /** Puts right what was published before. */
    CORRECTION;

    /** Its name in labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind of(String label) {
        for (Kind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of article: " + label);
    }
}
