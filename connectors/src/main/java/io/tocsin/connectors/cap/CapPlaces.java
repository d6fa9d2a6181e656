package io.tocsin.connectors.cap;

import io.tocsin.avro.Place;
import io.tocsin.avro.PlacePrecision;
import io.tocsin.connectors.cap.CapMessage.Area;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where alerts say that it happened. */
final class CapPlaces {

    /** How far, in km, an area reaches from its centre at most to be a spot, a district, a province. */
    private static final double SITE_KM = 5;

    private static final double DISTRICT_KM = 40;
    private static final double PROVINCE_KM = 250;

    private static final int LONGEST_NAME = 512;

    private final Map<String, String> countriesBySender;
    private final Optional<String> country;

    /**
     * @param countriesBySender countries by how senders end
     * @param country where nothing else says so
     */
    CapPlaces(Map<String, String> countriesBySender, Optional<String> country) {
        this.countriesBySender = Map.copyOf(countriesBySender);
        this.country = country;
    }

    Place place(String sender, List<Area> areas) {
        Optional<Shape> shape = shape(areas);
        Optional<String> name = name(areas);
        PlacePrecision precision = shape.map(CapPlaces::precision).orElse(PlacePrecision.UNKNOWN);
        return new Place(
                country(sender, areas).orElse(null),
                precision == PlacePrecision.PROVINCE ? name.orElse(null) : null,
                precision == PlacePrecision.DISTRICT ? name.orElse(null) : null,
                precision == PlacePrecision.SITE || precision == PlacePrecision.UNKNOWN ? name.orElse(null) : null,
                shape.map(Shape::lat).orElse(null),
                shape.map(Shape::lon).orElse(null),
                precision);
    }

    private static Optional<Shape> shape(List<Area> areas) {
        List<Shape> shapes =
                areas.stream().flatMap(area -> area.shapes().stream()).toList();
        return shapes.isEmpty() ? Optional.empty() : Optional.of(Shape.over(shapes));
    }

    private static PlacePrecision precision(Shape shape) {
        if (shape.radiusKm() <= SITE_KM) {
            return PlacePrecision.SITE;
        }
        if (shape.radiusKm() <= DISTRICT_KM) {
            return PlacePrecision.DISTRICT;
        }
        return shape.radiusKm() <= PROVINCE_KM ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY;
    }

    /** The name of the only area; a list of names names no place. */
    private static Optional<String> name(List<Area> areas) {
        List<String> names = areas.stream()
                .flatMap(area -> area.description().stream())
                .distinct()
                .toList();
        return names.size() == 1
                ? Optional.of(names.get(0)).filter(name -> !name.contains(";") && name.length() <= LONGEST_NAME)
                : Optional.empty();
    }

    /** The country of the geocodes where they agree, else that of the sender, else that of the feed. */
    private Optional<String> country(String sender, List<Area> areas) {
        List<String> coded = areas.stream()
                .flatMap(area -> area.geocodes().stream())
                .flatMap(geocode -> Geocodes.country(geocode).stream())
                .distinct()
                .toList();
        return coded.size() == 1
                ? Optional.of(coded.get(0))
                : countriesBySender.entrySet().stream()
                        .filter(entry ->
                                sender.toLowerCase(java.util.Locale.ROOT).endsWith(entry.getKey()))
                        .max(java.util.Comparator.comparingInt(
                                entry -> entry.getKey().length()))
                        .map(Map.Entry::getValue)
                        .or(() -> country);
    }
}
