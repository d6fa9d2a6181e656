package io.tocsin.incident;

import java.util.Optional;

/**
 * What or who was attacked.
 *
 * @param affiliation whose it is, such as {@code coalition}
 */
public record Target(TargetKind kind, Optional<String> name, Optional<String> affiliation) {

    public Target {
        Limits.name("target.name", name);
        Limits.name("target.affiliation", affiliation);
    }
}
