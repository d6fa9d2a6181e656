package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.Place;
import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.gazetteer.SiteKind;
import io.tocsin.places.spelling.GivenName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In which country a place lies, and whether its coordinates can be believed. The rule: the country that is named stands
 * while the coordinates lie in it or within 50 km of it; beyond that it stands with the names if the gazetteer knows one
 * of them there, and without such a name the coordinates decide. Coordinates at sea contradict a country 400 km off. Disputed ground goes by the policy, whoever names it.
 */
final class CountryDecision {

    private static final double FAR_KM = 50;

    /** So far out, ships are attacked and named after the country whose coast is nearest. */
    private static final double HIGH_SEAS_KM = 400;

    /** Nearer to its border, ground that the claimant's sources name is the claimant's undisputed own. */
    private static final double DISPUTED_KM = 8;

    /** One place outweighs all of its name in other countries by so much, or none is meant. */
    private static final int OUTWEIGHS = 20;

    private static final int KNOWN_WORLDWIDE = 100_000;

    private final Atlas atlas;
    private final Place given;
    private final Set<Reason> reasons;

    CountryDecision(Atlas atlas, Place given, Set<Reason> reasons) {
        this.atlas = atlas;
        this.given = given;
        this.reasons = reasons;
    }

    /**
     * @param country or -1
     * @param point the coordinates, or null where there are none or they cannot be believed
     */
    record Decided(int country, Point point) {}

    Decided decide(List<String> alsoNamed) {
        Point point = given.coordinates().map(Point::of).orElse(null);
        int named = atlas.gazetteer().country(given.country());
        if (named == NONE) {
            return new Decided(unnamed(point, alsoNamed), point);
        }
        int holder = given.province()
                .map(province -> atlas.disputed().holder(named, province))
                .orElse(named);
        if (holder != named) {
            reasons.add(Reason.DISPUTED_AREA);
            return new Decided(holder, point);
        }
        return point == null ? new Decided(named, null) : named(named, point);
    }

    private Decided named(int named, Point point) {
        int at = atlas.surroundings().country(point);
        if (at == named) {
            return new Decided(named, point);
        }
        if (at == NONE) {
            return new Decided(named, farOut(named, point) && anyNameKnown(named) ? outvoted() : point);
        }
        double away = atlas.gazetteer().kmToOutline(named, point.lat(), point.lon(), FAR_KM);
        if (atlas.disputed().claimed(named, at) && away > DISPUTED_KM) {
            reasons.add(Reason.DISPUTED_AREA);
            return new Decided(at, point);
        }
        if (away < FAR_KM) {
            return new Decided(named, point);
        }
        if (anyNameKnown(named)) {
            return new Decided(named, outvoted());
        }
        reasons.add(Reason.COORDINATES_OUTVOTE_COUNTRY);
        return new Decided(at, point);
    }

    private boolean farOut(int country, Point point) {
        return atlas.gazetteer().kmToOutline(country, point.lat(), point.lon(), HIGH_SEAS_KM) >= HIGH_SEAS_KM;
    }

    private Point outvoted() {
        reasons.add(Reason.NAMES_OUTVOTE_COORDINATES);
        return null;
    }

    private boolean anyNameKnown(int country) {
        Optional<GivenName> province = given.province().map(GivenName::of);
        Optional<GivenName> district = given.district().map(GivenName::of);
        Optional<GivenName> site = given.site().map(GivenName::of);
        return province.filter(name -> atlas.divided().provinceAround(country, name) != NONE)
                        .isPresent()
                || district.filter(name -> atlas.divided().district(country, NONE, name) != NONE)
                        .isPresent()
                || site.filter(name -> atlas.sites().knows(name, country)).isPresent();
    }

    private int unnamed(Point point, List<String> alsoNamed) {
        if (!given.country().equals(Place.NOWHERE)) {
            return NONE;
        }
        int at = point == null ? NONE : atlas.surroundings().country(point);
        if (at != NONE) {
            reasons.add(Reason.COUNTRY_FROM_COORDINATES);
            return at;
        }
        int country = onlyCountry(alsoNamed);
        if (country == NONE && point == null && given.site().isPresent()) {
            country = worldwide(GivenName.of(given.site().get()));
        }
        if (country != NONE) {
            reasons.add(Reason.COUNTRY_FROM_NAMES);
        }
        return country;
    }

    /** The one country among the names. */
    private int onlyCountry(List<String> names) {
        int only = NONE;
        for (String name : names) {
            int country = atlas.gazetteer().countryNamed(name);
            if (country != NONE && only != NONE && country != only) {
                return NONE;
            }
            only = country == NONE ? only : country;
        }
        return only;
    }

    private int worldwide(GivenName name) {
        Gazetteer gazetteer = atlas.gazetteer();
        int[] facilities = gazetteer.facilities(name.core());
        int[] sites = gazetteer.sites(name.plain());
        int[] candidates = sites.length == 0 ? facilities : sites;
        int first = NONE;
        for (int site : candidates) {
            if (first == NONE || gazetteer.weight(site) > gazetteer.weight(first)) {
                first = site;
            }
        }
        boolean towns = first != NONE && gazetteer.kind(first) == SiteKind.TOWN;
        if (first == NONE || (towns && gazetteer.weight(first) < KNOWN_WORLDWIDE)) {
            return NONE;
        }
        for (int site : candidates) {
            boolean elsewhere = gazetteer.countryOf(site) != gazetteer.countryOf(first);
            if (elsewhere && gazetteer.weight(site) > gazetteer.weight(first) / OUTWEIGHS) {
                return NONE;
            }
        }
        return gazetteer.countryOf(first);
    }
}
