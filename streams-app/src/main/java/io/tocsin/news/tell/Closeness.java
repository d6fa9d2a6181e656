package io.tocsin.news.tell;

import io.tocsin.news.find.place.Where;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.spelling.Spelling;
import java.util.List;
import java.util.Optional;

/** Whether places that were told of two attacks are the same. */
enum Closeness {
    SAME,
    UNSAID,
    /** By other names, which the gazetteer does not tell apart. */
    OTHERWISE_NAMED,
    APART;

    private static final double SAME_PLACE_KM = 12;

    /** The closest of them, each as near as it was told. */
    static Closeness of(List<Where> ones, List<Where> others) {
        Closeness best = null;
        boolean apart = false;
        boolean within = isWithinCity(ones) && isWithinCity(others);
        for (Where one : finer(within ? withoutCities(ones) : ones)) {
            for (Where other : finer(within ? withoutCities(others) : others)) {
                Closeness each = between(one.place(), other.place());
                apart |= each == APART && !isCountry(one.place()) && !isCountry(other.place());
                best = best == null || each.compareTo(best) < 0 ? each : best;
            }
        }
        if (best != SAME && apart) {
            return APART;
        }
        boolean countries = best == UNSAID;
        return best == null || countries ? UNSAID : best;
    }

    /** Whether the large city is named only to say where a place lies: {@code Tarmiya, north of Baghdad}. */
    private static boolean isWithinCity(List<Where> places) {
        return places.stream().anyMatch(where -> isCity(where.place()))
                && places.stream().anyMatch(where -> where.place().precision() == PlacePrecision.SITE);
    }

    private static List<Where> withoutCities(List<Where> places) {
        return places.stream().filter(where -> !isCity(where.place())).toList();
    }

    private static boolean isCity(Place place) {
        return place.site().isPresent() && place.precision() == PlacePrecision.PROVINCE;
    }

    /** Without the countries and provinces of the places that are named in them. */
    private static List<Where> finer(List<Where> places) {
        return places.stream()
                .filter(where -> places.stream().noneMatch(other -> liesIn(other.place(), where.place())))
                .toList();
    }

    private static boolean liesIn(Place place, Place wider) {
        if (!place.country().equals(wider.country())
                || isCountry(place)
                || wider.site().isPresent()) {
            return false;
        }
        boolean sameProvince = wider.province().isPresent() && wider.province().equals(place.province());
        boolean inProvince = wider.district().isEmpty()
                && sameProvince
                && (place.site().isPresent() || place.district().isPresent());
        boolean inDistrict =
                sameProvince && place.site().isPresent() && wider.district().equals(place.district());
        return isCountry(wider) || inProvince || inDistrict;
    }

    private static Closeness between(Place one, Place other) {
        if (!one.country().equals(other.country())) {
            return APART;
        }
        if (isCountry(one) || isCountry(other)) {
            return UNSAID;
        }
        Optional<Coordinates> a = one.coordinates();
        Optional<Coordinates> b = other.coordinates();
        boolean sites = one.site().isPresent() && other.site().isPresent();
        if (sites && a.isPresent() && b.isPresent()) {
            double km = Earth.km(
                    Earth.units(a.get().lat()),
                    Earth.units(a.get().lon()),
                    Earth.units(b.get().lat()),
                    Earth.units(b.get().lon()));
            return km <= SAME_PLACE_KM ? SAME : APART;
        }
        if (sites && !spelledAlike(one.site().get(), other.site().get())) {
            return OTHERWISE_NAMED;
        }
        if (one.district().isPresent()
                && other.district().isPresent()
                && !one.district().equals(other.district())) {
            return APART;
        }
        if (one.province().isPresent() && other.province().isPresent()) {
            return one.province().equals(other.province()) ? SAME : APART;
        }
        return UNSAID;
    }

    private static boolean spelledAlike(String one, String other) {
        String a = Spelling.loose(Spelling.plain(one));
        String b = Spelling.loose(Spelling.plain(other));
        return a.contains(b) || b.contains(a);
    }

    private static boolean isCountry(Place place) {
        return place.province().isEmpty()
                && place.site().isEmpty()
                && place.district().isEmpty();
    }
}
