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
    CSV;

    private static final Set<String> JSON_ENDINGS = Set.of("json", "jsonl", "ndjson");
    private static final Set<String> CSV_ENDINGS = Set.of("csv", "tsv");
    private static final String GZIP_ENDING = ".gz";

    /** What the name of a file tells; {@code .gz} is looked through. Nothing where the ending is not known. */
    public static Optional<Format> ofName(Path file) {
        String name = lowerCaseName(file);
        String plain = isGzip(file) ? name.substring(0, name.length() - GZIP_ENDING.length()) : name;
        String ending = plain.substring(plain.lastIndexOf('.') + 1);
        if (JSON_ENDINGS.contains(ending)) {
            return Optional.of(JSON);
        }
        return CSV_ENDINGS.contains(ending) ? Optional.of(CSV) : Optional.empty();
    }

    static boolean isGzip(Path file) {
        return lowerCaseName(file).endsWith(GZIP_ENDING);
    }

    private static String lowerCaseName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
