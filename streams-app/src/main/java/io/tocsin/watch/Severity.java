package io.tocsin.watch;

import java.util.Locale;
import java.util.Optional;

/** How grave an alert is, lowest first. */
public enum Severity {
    WATCH,
    WARNING,
    CRITICAL;

    /** Its name in rules and texts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of that label. */
    public static Optional<Severity> of(String label) {
        for (Severity severity : values()) {
            if (severity.label().equals(label)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
