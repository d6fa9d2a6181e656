package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import java.util.List;

/**
 * What is known of where a name lies.
 *
 * @param province by its number, or -1
 * @param district by its number, or -1
 * @param point null where no coordinates are known
 * @param otherProvinces in which other names of the same text lie
 */
record Whereabouts(int country, int province, int district, Point point, List<Integer> otherProvinces) {

    static Whereabouts inCountry(int country) {
        return new Whereabouts(country, NONE, NONE, null, List.of());
    }
}
