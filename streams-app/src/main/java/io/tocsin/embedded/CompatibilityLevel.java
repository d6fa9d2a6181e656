package io.tocsin.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What a new version of a schema must be able to do with the versions before it. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsOlder;
    private final boolean readByOlder;
    private final boolean transitive;

    CompatibilityLevel(boolean readsOlder, boolean readByOlder, boolean transitive) {
        this.readsOlder = readsOlder;
        this.readByOlder = readByOlder;
        this.transitive = transitive;
    }

    static CompatibilityLevel named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RegistryProblem.invalidCompatibilityLevel(
                        Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Why the schema breaks this level, given the older versions with the newest last; empty when it does not. */
    List<String> objections(Schema schema, List<SchemaVersion> older) {
        int first = transitive ? 0 : Math.max(0, older.size() - 1);
        List<String> objections = new ArrayList<>();
        for (SchemaVersion version : older.subList(first, older.size())) {
            Schema other = Schemas.stored(version.schema());
            if (readsOlder) {
                describe(schema, other, "cannot read version " + version.version(), objections);
            }
            if (readByOlder) {
                describe(other, schema, "cannot be read by version " + version.version(), objections);
            }
        }
        return objections;
    }

    private static void describe(Schema reader, Schema writer, String what, List<String> objections) {
        for (Incompatibility found : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            objections.add(
                    "%s: %s at %s: %s".formatted(what, found.getType(), found.getLocation(), found.getMessage()));
        }
    }
}
