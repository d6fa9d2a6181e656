package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.CountryDecision.Decided;
import io.tocsin.places.spelling.GivenName;
import java.util.Optional;
import java.util.Set;

/**
 * What has been decided of the divisions that a place lies in, and how it is written: as the gazetteer has it where it is
 * known, else as it was given.
 */
final class Hierarchy {

    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final Place given;

    private final int country;
    private final Point point;
    private int province = NONE;
    private boolean provinceNamed;
    private int district = NONE;

    /** As far as the divisions that are given, and the coordinates, tell. */
    Hierarchy(Atlas atlas, Place given, Decided decided, Set<Reason> reasons) {
        this.atlas = atlas;
        this.gazetteer = atlas.gazetteer();
        this.given = given;
        this.country = decided.country();
        this.point = decided.point();
        if (country != NONE) {
            decideProvince(reasons);
            decideDistrict();
        }
    }

    /** By its number, or -1; so province and district. */
    int country() {
        return country;
    }

    int province() {
        return province;
    }

    int district() {
        return district;
    }

    /** Whether the source names the province, or a place that lies in it for certain. */
    boolean isProvinceNamed() {
        return provinceNamed;
    }

    /** Null where no coordinates are known. */
    Point point() {
        return point;
    }

    /** It is that site. */
    void lieAt(int site) {
        province = provinceOf(site);
        district = gazetteer.districtOf(site);
    }

    /** It lies somewhere about that site. */
    void lieAbout(int site) {
        province = gazetteer.provinceOf(site) == NONE ? province : gazetteer.provinceOf(site);
        provinceNamed = true;
    }

    /** The source names the province. */
    void lieInProvince(int named) {
        province = named;
        provinceNamed = true;
    }

    /** The source names the district. */
    void lieInDistrict(int named) {
        district = named;
        lieInProvince(gazetteer.provinceOfDistrict(named));
    }

    /** Nothing but its name speaks for the province. */
    void lieProbablyIn(int likely) {
        province = likely;
    }

    private void decideProvince(Set<Reason> reasons) {
        if (given.province().isPresent()) {
            province = atlas.divided()
                    .provinceAround(country, GivenName.of(given.province().get()));
            provinceNamed = province != NONE;
        }
        boolean exact = given.precision().covers(PlaceLevel.PROVINCE) && given.precision() != PlacePrecision.UNKNOWN;
        if (province == NONE && point != null && exact) {
            province = atlas.surroundings().province(point, country);
            if (province != NONE) {
                reasons.add(Reason.PROVINCE_FROM_COORDINATES);
            }
        }
    }

    private void decideDistrict() {
        if (given.district().isPresent()) {
            district = atlas.divided()
                    .district(country, province, GivenName.of(given.district().get()));
            if (district != NONE && province == NONE) {
                lieInProvince(gazetteer.provinceOfDistrict(district));
            }
        }
    }

    private int provinceOf(int site) {
        if (gazetteer.provinceOf(site) != NONE || province != NONE) {
            return gazetteer.provinceOf(site) == NONE ? province : gazetteer.provinceOf(site);
        }
        Point at = point == null ? new Point(gazetteer.lat(site), gazetteer.lon(site)) : point;
        return atlas.surroundings().province(at, country);
    }

    /** A source that says nothing of its precision is as sure as its names are known. */
    boolean said(PlaceLevel level) {
        return given.precision() == PlacePrecision.UNKNOWN || given.precision().covers(level);
    }

    /** The finest level that the source is sure of and has a name for. */
    PlacePrecision finest() {
        boolean unsaid = given.precision() == PlacePrecision.UNKNOWN;
        boolean hasDistrict = unsaid ? district != NONE : districtName().isPresent();
        boolean hasProvince = unsaid ? province != NONE : provinceName().isPresent();
        if (said(PlaceLevel.DISTRICT) && hasDistrict) {
            return PlacePrecision.DISTRICT;
        }
        return said(PlaceLevel.PROVINCE) && hasProvince ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY;
    }

    String code() {
        return gazetteer.countryCode(country);
    }

    Optional<String> provinceName() {
        if (province != NONE) {
            return Optional.of(gazetteer.provinceName(province));
        }
        boolean ofAnotherCountry =
                !given.country().equals(code()) && !given.country().equals(Place.NOWHERE);
        return ofAnotherCountry ? Optional.empty() : given.province().map(Hierarchy::tidy);
    }

    Optional<String> districtName() {
        return district == NONE ? given.district().map(Hierarchy::tidy) : Optional.of(gazetteer.districtName(district));
    }

    static String tidy(String name) {
        return bounded(name, GivenName.tidy(name));
    }

    /** Folding a name may lengthen it; beyond the bound it stays as it was. */
    static String bounded(String name, String tidy) {
        return tidy.length() > Place.LONGEST_NAME ? name : tidy;
    }

    Optional<Coordinates> pointCoordinates() {
        return point == null ? Optional.empty() : given.coordinates();
    }

    Optional<Coordinates> coordinates(int lat, int lon) {
        return point == null
                ? Optional.of(new Coordinates(Earth.degrees(lat), Earth.degrees(lon)))
                : given.coordinates();
    }

    Optional<Coordinates> centre(PlacePrecision precision) {
        if (precision == PlacePrecision.DISTRICT && district != NONE) {
            return coordinates(gazetteer.districtLat(district), gazetteer.districtLon(district));
        }
        boolean inProvince = precision == PlacePrecision.DISTRICT || precision == PlacePrecision.PROVINCE;
        return inProvince && province != NONE
                ? coordinates(gazetteer.provinceLat(province), gazetteer.provinceLon(province))
                : pointCoordinates();
    }
}
