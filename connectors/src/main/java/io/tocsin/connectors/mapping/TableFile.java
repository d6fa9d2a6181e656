package io.tocsin.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that come with a package: a header line, then a row a line, cells separated by tabs. */
public final class TableFile {

    private TableFile() {}

    /**
     * The rows below the header.
     *
     * @param beside a class of the package that the table comes with
     * @param file its name, which must exist
     */
    public static List<String[]> rows(Class<?> beside, String file) {
        try (InputStream resource = beside.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
