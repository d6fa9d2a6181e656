package io.tocsin.places.placing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.gazetteer.Earth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name, and where it truly is.
 *
 * @param level as precise as the name can be placed by anybody
 * @param at of a site; empty for others, and where nobody knows
 * @param source where the truth can be looked up; of a province it ends in its name
 */
record Truth(
        String country,
        String province,
        String name,
        List<String> alsoNamed,
        PlacePrecision level,
        Optional<Coordinates> at,
        String source) {

    private static final double RIGHT_KM = 15;

    enum Verdict {
        RIGHT,
        COARSER,
        WRONG
    }

    static List<Truth> read(String resource) {
        List<Truth> truths = new ArrayList<>();
        try (InputStream in = Truth.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                truths.add(of(line.split("\t", -1)));
            }
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
        return truths;
    }

    private static Truth of(String[] cells) {
        Optional<Coordinates> at = cells[5].isEmpty()
                ? Optional.empty()
                : Optional.of(new Coordinates(Double.parseDouble(cells[5]), Double.parseDouble(cells[6])));
        return new Truth(
                cells[0],
                cells[1],
                cells[2],
                cells[3].isEmpty() ? List.of() : List.of(cells[3]),
                PlacePrecision.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                at,
                cells[7]);
    }

    Verdict of(Place placed) {
        PlacePrecision precision = placed.country().equals(Place.NOWHERE) ? PlacePrecision.COUNTRY : placed.precision();
        if (precision.finerThan(level)) {
            return Verdict.WRONG;
        }
        if (level.finerThan(precision)) {
            return Verdict.COARSER;
        }
        boolean right = switch (level) {
            case SITE ->
                at.isPresent() && placed.coordinates().filter(this::near).isPresent();
            case PROVINCE -> source.endsWith(": " + placed.province().orElse(""));
            default -> true;
        };
        // A name that the gazetteer does not know is kept, without coordinates: nothing is claimed of where it is.
        boolean kept = level == PlacePrecision.SITE && placed.coordinates().isEmpty();
        return right ? Verdict.RIGHT : kept ? Verdict.COARSER : Verdict.WRONG;
    }

    private boolean near(Coordinates placed) {
        return Earth.km(
                        Earth.units(placed.lat()),
                        Earth.units(placed.lon()),
                        Earth.units(at.orElseThrow().lat()),
                        Earth.units(at.orElseThrow().lon()))
                <= RIGHT_KM;
    }
}
