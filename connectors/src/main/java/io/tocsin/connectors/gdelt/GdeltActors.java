package io.tocsin.connectors.gdelt;

import io.tocsin.avro.Attribution;
import io.tocsin.avro.Perpetrator;
import io.tocsin.avro.Target;
import io.tocsin.avro.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who did it, and to whom. GDELT takes every pair of names in a sentence for one who acts and one who is acted on: only where all
 * rows of a report agree is anybody named.
 */
final class GdeltActors {

    private GdeltActors() {}

    static Optional<Perpetrator> perpetrator(List<EventRow> rows) {
        return agreed(rows, EventRow::actor1).map(name -> new Perpetrator(name, Attribution.UNKNOWN));
    }

    static Optional<Target> target(List<EventRow> rows) {
        return agreed(rows, EventRow::actor2).map(name -> new Target(kind(rows), name, null));
    }

    private static Optional<String> agreed(List<EventRow> rows, Function<EventRow, Optional<String>> actor) {
        List<String> names = rows.stream()
                .flatMap(row -> actor.apply(row).stream())
                .distinct()
                .limit(2)
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static TargetKind kind(List<EventRow> rows) {
        return rows.stream()
                .filter(row -> row.actor2().isPresent())
                .map(row -> kind(row.actor2Type()))
                .filter(kind -> kind != TargetKind.UNKNOWN)
                .findFirst()
                .orElse(TargetKind.UNKNOWN);
    }

    private static TargetKind kind(String type) {
        return switch (type) {
            case "MIL" -> TargetKind.MILITARY;
            case "COP" -> TargetKind.POLICE;
            case "GOV", "LEG", "JUD" -> TargetKind.GOVERNMENT;
            case "CVL", "REF" -> TargetKind.CIVILIANS;
            case "MED" -> TargetKind.MEDIA;
            case "EDU" -> TargetKind.EDUCATION;
            case "HLH" -> TargetKind.HEALTH;
            case "BUS", "MNC" -> TargetKind.BUSINESS;
            case "NGO", "NGM" -> TargetKind.AID;
            default -> TargetKind.UNKNOWN;
        };
    }
}
