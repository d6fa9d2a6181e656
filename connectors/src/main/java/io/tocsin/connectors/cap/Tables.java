package io.tocsin.connectors.cap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables that come with this package. */
final class Tables {

    private Tables() {}

    /** The rows of a table below its header, cells separated by tabs. */
    static List<String[]> rows(String file) {
        try (InputStream resource = Tables.class.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alternatives in a cell, in lower case; none where the cell is {@code *}, which stands for all. */
    static List<String> alternatives(String cell) {
        return cell.equals("*")
                ? List.of()
                : Arrays.stream(cell.toLowerCase(Locale.ROOT).split(";", -1))
                        .map(String::strip)
                        .toList();
    }
}
