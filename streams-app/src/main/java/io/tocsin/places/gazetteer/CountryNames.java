package io.tocsin.places.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.spelling.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What countries are called: lines of a code and its names, parted by tabs. */
final class CountryNames {

    private static final String FILE = "countries.tsv";

    private CountryNames() {}

    /** The number of the country by its plain names. */
    static Map<String, Integer> read(Map<String, Integer> numbers) {
        Map<String, Integer> byName = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Gazetteer.resource(FILE), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Integer number = numbers.get(cells[0]);
                for (int i = 1; number != null && i < cells.length; i++) {
                    byName.put(Spelling.plain(cells[i]), number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byName;
    }
}
