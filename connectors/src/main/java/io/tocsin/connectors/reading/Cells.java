package io.tocsin.connectors.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Optional;

/** Splits one CSV record into its cells. */
final class Cells {

    private Cells() {}

    /** The cells, or nothing if the text is not exactly one well-formed record. */
    static Optional<List<String>> of(String record, char separator) {
        try {
            return Optional.of(CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(record)
                    .getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }
}
