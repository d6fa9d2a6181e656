package io.tocsin.connectors.acled;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Target;
import io.tocsin.avro.TargetKind;
import java.util.Optional;

/** Whom rows name as attacked: actor2 where actor1 is named as who did it, for only then do the two have sides. */
final class AcledTargets {

    private AcledTargets() {}

    static Optional<Target> of(AcledRow row, EventTable.Meaning meaning) {
        boolean sided = meaning.firstActor().filter(Attribution.BLAMED::equals).isPresent();
        if (!sided) {
            return Optional.empty();
        }
        boolean civilians = row.given("civilian_targeting").isPresent();
        Optional<String> name = row.given("actor2");
        if (name.isEmpty() && !civilians) {
            return Optional.empty();
        }
        return Optional.of(new Target(kind(civilians, name.orElse("")), name.orElse(null), null));
    }

    /** ACLED names state forces by what they are: "Military Forces of Iraq (2022-)". */
    private static TargetKind kind(boolean civilians, String name) {
        if (civilians || name.startsWith("Civilians")) {
            return TargetKind.CIVILIANS;
        }
        if (name.startsWith("Military Forces")) {
            return TargetKind.MILITARY;
        }
        if (name.startsWith("Police Forces")) {
            return TargetKind.POLICE;
        }
        return name.startsWith("Government of") ? TargetKind.GOVERNMENT : TargetKind.UNKNOWN;
    }
}
