package io.tocsin.news.find.place;

import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Placing;
import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.spelling.Spelling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks names up in the gazetteer, as the news means them. Of one article. */
final class Atlas {

    /** A town that is known the world over needs no country beside it. */
    private static final int WELL_KNOWN = 60_000;

    private static final int FAMOUS = 400_000;

    /** Inhabitants of a city that is too large for a site. */
    private static final int METROPOLIS = 2_000_000;

    /** So many times as large as others of its name a town is the one that is meant, if it is no village. */
    private static final int OUTWEIGHS = 3;

    private static final int LEAST_OUTWEIGHING = 30_000;

    private final Gazetteer gazetteer;
    private final Placing placing;
    private final Map<String, Optional<Known>> known = new HashMap<>();

    private record Known(Place place, boolean loosely) {}

    Atlas(Gazetteer gazetteer, Placing placing) {
        this.gazetteer = gazetteer;
        this.placing = placing;
    }

    /** The place of the name in the first of the countries that has one spelled so, else in one that has one alike. */
    Optional<Place> in(List<String> countries, String name) {
        List<Known> found = countries.stream()
                .flatMap(country -> known(country, name).stream())
                .toList();
        return found.stream()
                .filter(each -> !each.loosely())
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(Known::place);
    }

    /** The place of the name in the country. */
    Optional<Place> in(String country, String name) {
        return known(country, name).map(Known::place);
    }

    private Optional<Known> known(String country, String name) {
        return known.computeIfAbsent(country + ' ' + name, key -> place(country, name));
    }

    /** The place of the name in the division of the country: {@code Greenville, Mississippi}. */
    Optional<Place> inProvince(String country, Optional<String> province, String name) {
        Place asked = new Place(
                country, province, Optional.empty(), Optional.of(name), Optional.empty(), PlacePrecision.UNKNOWN);
        return Optional.of(placing.place(asked, List.of()).place())
                .filter(place -> place.precision() == PlacePrecision.SITE)
                .filter(place -> place.coordinates().isPresent());
    }

    /** The district of the name in the division of the country. */
    Optional<Place> districtInProvince(String country, String province, String name) {
        Place asked = new Place(
                country,
                Optional.of(province),
                Optional.empty(),
                Optional.of(name + " district"),
                Optional.empty(),
                PlacePrecision.UNKNOWN);
        return Optional.of(placing.place(asked, List.of()).place())
                .filter(place -> place.precision() == PlacePrecision.DISTRICT)
                .filter(place -> place.coordinates().isPresent());
    }

    /** Of several places of a country that may be meant, the one that is spelled so and much larger than the others that are. */
    private Optional<Place> largestOf(String country, String name) {
        String key = Spelling.plain(name);
        int best = Gazetteer.NONE;
        int second = 0;
        for (int site : gazetteer.sites(key)) {
            boolean here = gazetteer.countryOf(site) != Gazetteer.NONE
                    && gazetteer.countryCode(gazetteer.countryOf(site)).equals(country)
                    && Spelling.plain(gazetteer.siteName(site)).equals(key);
            if (here && (best == Gazetteer.NONE || gazetteer.weight(site) > gazetteer.weight(best))) {
                second = best == Gazetteer.NONE ? 0 : gazetteer.weight(best);
                best = site;
            } else if (here) {
                second = Math.max(second, gazetteer.weight(site));
            }
        }
        boolean outweighs = best != Gazetteer.NONE
                && gazetteer.provinceOf(best) != Gazetteer.NONE
                && gazetteer.weight(best) >= LEAST_OUTWEIGHING
                && gazetteer.weight(best) >= OUTWEIGHS * (long) second;
        return outweighs
                ? inProvince(country, Optional.of(gazetteer.provinceName(gazetteer.provinceOf(best))), name)
                : Optional.empty();
    }

    private Optional<Known> place(String country, String name) {
        Placed placed = placing.place(named(name, country, PlacePrecision.UNKNOWN), List.of());
        if (placed.reasons().contains(Reason.SEVERAL_OF_THE_NAME)) {
            Optional<Place> largest = largestOf(country, name);
            if (largest.isPresent()) {
                return Optional.of(new Known(largest.get(), false));
            }
        }
        boolean there = placed.place().country().equals(country)
                && !placed.reasons().contains(Reason.NAME_UNKNOWN)
                && (placed.place().precision() != PlacePrecision.COUNTRY
                        || placed.reasons().contains(Reason.SEVERAL_OF_THE_NAME));
        if (!there) {
            return Optional.empty();
        }
        Place place = isMetropolis(placed.place()) ? within(placed.place()) : placed.place();
        return Optional.of(new Known(place, placed.reasons().contains(Reason.NAME_KNOWN_LOOSELY)));
    }

    /** "In Baghdad" is anywhere among millions: no site, but its province. */
    private boolean isMetropolis(Place place) {
        if (place.precision() != PlacePrecision.SITE || place.province().isEmpty()) {
            return false;
        }
        for (int site : gazetteer.sites(Spelling.plain(place.site().orElseThrow()))) {
            boolean here = gazetteer.countryCode(gazetteer.countryOf(site)).equals(place.country());
            if (here && gazetteer.kind(site) == SiteKind.TOWN && gazetteer.weight(site) >= METROPOLIS) {
                return true;
            }
        }
        return false;
    }

    private static Place within(Place city) {
        return new Place(
                city.country(),
                city.province(),
                Optional.empty(),
                city.site(),
                city.coordinates(),
                PlacePrecision.PROVINCE);
    }

    /** The place of the name that the world speaks of, whatever its country. */
    Optional<Place> wellKnown(String name) {
        return largest(name, WELL_KNOWN);
    }

    /** The same, where it is so large that no other of the name is meant. */
    Optional<Place> famous(String name) {
        return largest(name, FAMOUS);
    }

    private Optional<Place> largest(String name, int least) {
        int best = Gazetteer.NONE;
        for (int site : gazetteer.sites(Spelling.plain(name))) {
            boolean called = gazetteer.weight(site) >= FAMOUS
                    || Spelling.plain(gazetteer.siteName(site)).equals(Spelling.plain(name));
            boolean more = called
                    && gazetteer.weight(site) >= least
                    && (best == Gazetteer.NONE || gazetteer.weight(site) > gazetteer.weight(best));
            best = more ? site : best;
        }
        return best == Gazetteer.NONE || gazetteer.countryOf(best) == Gazetteer.NONE
                ? Optional.empty()
                : in(gazetteer.countryCode(gazetteer.countryOf(best)), name);
    }

    /** The countries that have a place of the name, however small. */
    Set<String> countriesOf(String name) {
        Set<String> countries = new TreeSet<>();
        for (int site : gazetteer.sites(Spelling.plain(name))) {
            if (gazetteer.countryOf(site) != Gazetteer.NONE) {
                countries.add(gazetteer.countryCode(gazetteer.countryOf(site)));
            }
        }
        return countries;
    }

    /** Those that have a province of the name: {@code Balochistan}. */
    Set<String> countriesOfProvince(String name) {
        String key = Spelling.plain(name);
        Set<String> countries = new TreeSet<>();
        for (String code : Locale.getISOCountries()) {
            int country = gazetteer.country(code);
            if (country != Gazetteer.NONE && gazetteer.provinces(country, key).length > 0) {
                countries.add(code);
            }
        }
        return countries;
    }

    /** The province of the country that is spelled so: {@code Washington}. */
    Optional<Place> province(String code, String name) {
        int country = gazetteer.country(code);
        String key = Spelling.plain(name);
        return country == Gazetteer.NONE
                ? Optional.empty()
                : Arrays.stream(gazetteer.provinces(country, key))
                        .mapToObj(gazetteer::provinceName)
                        .filter(province -> Spelling.plain(province).equals(key))
                        .findFirst()
                        .map(province -> new Place(
                                code,
                                Optional.of(province),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PlacePrecision.PROVINCE));
    }

    /** The division that bears the town's name, as far as is known. */
    static Place divisionOf(Place town) {
        return new Place(
                town.country(),
                town.province(),
                town.district(),
                Optional.empty(),
                Optional.empty(),
                town.district().isPresent()
                        ? PlacePrecision.DISTRICT
                        : town.province().isPresent() ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY);
    }

    /** A site of the country that the gazetteer does not know. */
    static Place unknown(String name, String country) {
        return named(name, country, PlacePrecision.SITE);
    }

    /** The same in the province. */
    static Place unknown(String name, String country, Optional<String> province) {
        return new Place(country, province, Optional.empty(), Optional.of(name), Optional.empty(), PlacePrecision.SITE);
    }

    /** A district of the country that the gazetteer does not know. */
    static Place unknownDistrict(String name, String country) {
        return new Place(
                country,
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                PlacePrecision.DISTRICT);
    }

    static Place country(String code) {
        return new Place(
                code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PlacePrecision.COUNTRY);
    }

    private static Place named(String name, String country, PlacePrecision precision) {
        return new Place(country, Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), precision);
    }
}
