package io.tocsin.connectors.files;

import java.util.Map;

/** A file as Connect's source partition. */
record SourceFile(String path) {

    private static final String FILE = "file";

    Map<String, String> toMap() {
        return Map.of(FILE, path);
    }

    /** Reads what {@link #toMap} writes; throws IllegalArgumentException for anything else. */
    static SourceFile fromMap(Map<String, ?> partition) {
        boolean fileOnly = partition != null && partition.size() == 1 && partition.get(FILE) instanceof String;
        if (!fileOnly) {
            throw new IllegalArgumentException(
                    "the source partition " + partition + " is not of the form {\"" + FILE + "\": \"path\"}");
        }
        return new SourceFile((String) partition.get(FILE));
    }
}
