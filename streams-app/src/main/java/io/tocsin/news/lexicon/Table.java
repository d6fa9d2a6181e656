package io.tocsin.news.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A data file of the reader: cells parted by tabs; empty lines and lines that begin with # say nothing. */
public final class Table {

    private Table() {}

    /**
     * The rows of the file.
     *
     * @throws IllegalStateException if the file is missing or a row has fewer cells
     */
    public static List<List<String>> read(String file, int cells) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream("/io/tocsin/news/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the reader's " + file + " is not in the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    List<String> row = List.of(line.strip().split("\t+", -1));
                    if (row.size() < cells) {
                        throw invalid(file, row, "it needs " + cells + " cells parted by tabs");
                    }
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** What is wrong with a row. */
    public static IllegalStateException invalid(String file, List<String> row, String why) {
        return new IllegalStateException(file + ", row " + row + ": " + why);
    }
}
