package io.tocsin.incident;

import java.util.Locale;
import java.util.Optional;

/** Kinds of attack that sources take for one another. A rule that names a family counts all its categories. */
public enum Family {
    INDIRECT_FIRE,
    AIR_ATTACK,
    BOMBING,
    DIRECT_FIRE,
    TARGETED_ATTACK,
    PROPERTY_ATTACK,
    UNREST,
    OTHER;

    /** Its name in rules and texts, such as {@code indirect-fire}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The family of that label. */
    public static Optional<Family> of(String label) {
        for (Family family : values()) {
            if (family.label().equals(label)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
