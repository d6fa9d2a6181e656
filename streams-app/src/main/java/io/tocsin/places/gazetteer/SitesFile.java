package io.tocsin.places.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads named sites from lines of text: {@code country, province, district, name, kind, lat, lon, other names}, parted by
 * tabs, other names by semicolons. Empty lines, lines that begin with {@code #} and a first line of column names are
 * passed over.
 */
final class SitesFile {

    private static final List<String> FIELDS =
            List.of("country", "province", "district", "name", "kind", "lat", "lon", "other names");

    private final Object file;
    private final int number;
    private final String[] cells;

    private SitesFile(Object file, int number, String[] cells) {
        this.file = file;
        this.number = number;
        this.cells = cells;
    }

    /** @throws InvalidSitesException at the first line that is wrong */
    static List<NamedSite> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, in);
        } catch (IOException e) {
            throw new InvalidSitesException(file, e);
        }
    }

    /** @throws InvalidSitesException at the first line that is wrong */
    static List<NamedSite> read(Object file, InputStream in) throws IOException {
        List<NamedSite> sites = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            boolean heading = number == 1 && line.startsWith("country\t");
            if (!line.isBlank() && !line.startsWith("#") && !heading) {
                sites.add(new SitesFile(file, number, line.split("\t", -1)).site());
            }
            number++;
        }
        return sites;
    }

    private NamedSite site() {
        if (cells.length < FIELDS.size() - 1 || cells.length > FIELDS.size()) {
            throw wrong(
                    "other names",
                    cells.length + " fields; give " + String.join(", ", FIELDS)
                            + ", parted by tabs, the last may be left out");
        }
        String country = cell("country");
        if (!country.matches("[A-Z]{2}") || country.equals(Place.NOWHERE)) {
            throw wrong("country", "\"" + country + "\"; give an ISO 3166-1 alpha-2 code such as IQ");
        }
        if (cell("name").isEmpty()) {
            throw wrong("name", "is empty; give the name that the site is to be called by");
        }
        return new NamedSite(
                country,
                optional("province"),
                optional("district"),
                cell("name"),
                kind(),
                new Coordinates(degrees("lat", 90), degrees("lon", 180)),
                otherNames());
    }

    private List<String> otherNames() {
        List<String> names = new ArrayList<>();
        if (cells.length == FIELDS.size()) {
            for (String name : cell("other names").split(";", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }

    private SiteKind kind() {
        for (SiteKind kind : SiteKind.values()) {
            if (kind.word().equals(cell("kind").toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        String words = String.join(
                ", ", Arrays.stream(SiteKind.values()).map(SiteKind::word).toList());
        throw wrong("kind", "\"" + cell("kind") + "\"; give one of " + words);
    }

    private double degrees(String field, int most) {
        try {
            double degrees = Double.parseDouble(cell(field));
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // refused below, with the same words
        }
        throw wrong(field, "\"" + cell(field) + "\"; give degrees from -" + most + " to " + most + ", such as 33.79");
    }

    private Optional<String> optional(String field) {
        return Optional.of(cell(field)).filter(cell -> !cell.isEmpty());
    }

    private String cell(String field) {
        return cells[FIELDS.indexOf(field)].strip();
    }

    private InvalidSitesException wrong(String field, String remedy) {
        return new InvalidSitesException(file, number, field, remedy);
    }
}
