package io.tocsin.connectors.reading;

import io.tocsin.connectors.mapping.CsvMappings;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param format the format; if none, the name of the file tells
 * @param mappings the mappings to try on a CSV file
 * @param lineMaxBytes the longest line or row that is read
 * @param fileEnd what the end of the file means
 */
public record ReadOptions(Optional<Format> format, CsvMappings mappings, int lineMaxBytes, FileEnd fileEnd) {

    /** The longest line by default: with key and headers it still fits into Kafka's default request of 1 MiB. */
    public static final int LINE_MAX_BYTES = 1_000_000;

    /** What the end of the file means. */
    public enum FileEnd {
        /** Nothing will follow: a last line without line end counts. */
        FINAL,
        /** More may follow: a last line without line end waits, and so does a gzip file that ends too early. */
        GROWING
    }

    public ReadOptions {
        if (lineMaxBytes < 1) {
            throw new IllegalArgumentException("lineMaxBytes " + lineMaxBytes + " has to be at least 1");
        }
    }

    /** Format by name, shipped mappings by header, lines up to {@link #LINE_MAX_BYTES}, the end is final. */
    public static ReadOptions defaults() {
        return new ReadOptions(Optional.empty(), CsvMappings.of(CsvMappings.AUTO), LINE_MAX_BYTES, FileEnd.FINAL);
    }

    public ReadOptions withFormat(Format chosen) {
        return new ReadOptions(Optional.of(chosen), mappings, lineMaxBytes, fileEnd);
    }

    public ReadOptions withMappings(CsvMappings chosen) {
        return new ReadOptions(format, chosen, lineMaxBytes, fileEnd);
    }

    public ReadOptions withLineMaxBytes(int chosen) {
        return new ReadOptions(format, mappings, chosen, fileEnd);
    }

    public ReadOptions withFileEnd(FileEnd chosen) {
        return new ReadOptions(format, mappings, lineMaxBytes, chosen);
    }
}
