package io.tocsin.incident;

import java.util.Locale;
import java.util.Optional;

/** What kind of thing or people was attacked. */
public enum TargetKind {
    BASE,
    AIRPORT,
    EMBASSY,
    CONVOY,
    CHECKPOINT,
    ENERGY,
    GOVERNMENT,
    MILITARY,
    POLICE,
    CIVILIANS,
    AID,
    MEDIA,
    RELIGIOUS,
    EDUCATION,
    HEALTH,
    TRANSPORT,
    BUSINESS,
    OTHER,
    UNKNOWN;

    /** Its name in rules and texts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that label. */
    public static Optional<TargetKind> of(String label) {
        for (TargetKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
