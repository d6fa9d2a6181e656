package io.tocsin.places.gazetteer;

import io.tocsin.places.Coordinates;
import java.util.List;
import java.util.Optional;

/**
 * A line of a sites file.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param province by any of its names; where it is empty, that of the nearest places
 * @param name as it is to be called
 * @param otherNames by which sources call it
 */
record NamedSite(
        String country,
        Optional<String> province,
        Optional<String> district,
        String name,
        SiteKind kind,
        Coordinates coordinates,
        List<String> otherNames) {

    NamedSite {
        otherNames = List.copyOf(otherNames);
    }
}
