package io.tocsin.connectors.reading;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the reports of a file are written. */
public enum Format {
    /** One report a line, in the JSON form. */
    JSON,
    /** A header row and one report a row, read with a mapping. */
    CSV,
    /** Rows of GDELT's export files, which have no header. */
    GDELT,
    /** An Avro container file of reports. */
    AVRO;

    private static final Set<String> JSON_ENDINGS = Set.of("json", "jsonl", "ndjson");
    private static final Set<String> CSV_ENDINGS = Set.of("csv", "tsv");
    private static final Set<String> AVRO_ENDINGS = Set.of("avro");

    /**
     * What the name of a file tells; {@code .gz} and {@code .zip} are looked through. Nothing where the ending is not known. A
     * table that begins with a row of GDELT's is {@link #GDELT}, though its name says {@link #CSV}.
     */
    public static Optional<Format> ofName(Path file) {
        return ofName(Packing.ofName(file).plain(file.getFileName().toString()));
    }

    static Optional<Format> ofName(String plainName) {
        String ending = plainName.substring(plainName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (JSON_ENDINGS.contains(ending)) {
            return Optional.of(JSON);
        }
        if (AVRO_ENDINGS.contains(ending)) {
            return Optional.of(AVRO);
        }
        return CSV_ENDINGS.contains(ending) ? Optional.of(CSV) : Optional.empty();
    }
}
