package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Reason;
import io.tocsin.places.Sureness;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.placing.CountryDecision.Decided;
import io.tocsin.places.placing.SiteFinder.Found;
import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.NameKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One place that is to be placed: first its country, then its province, then as much finer as the source is sure. */
final class Case {

    /** Of villages there may be more of the name in the province than the gazetteer knows. */
    private static final int SPEAKS_FOR_ITSELF = 5_000;

    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final Place given;
    private final List<String> alsoNamed;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private int country = NONE;
    private Point point;
    private int province = NONE;
    private boolean provinceNamed;
    private int district = NONE;

    Case(Atlas atlas, Place given, List<String> alsoNamed) {
        this.atlas = atlas;
        this.gazetteer = atlas.gazetteer();
        this.given = given;
        this.alsoNamed = withRest(given, alsoNamed);
    }

    Placed placed() {
        Decided decided = new CountryDecision(atlas, given, reasons).decide(alsoNamed);
        country = decided.country();
        point = decided.point();
        if (country == NONE) {
            return placed(given, Sureness.AS_GIVEN);
        }
        decideProvince();
        decideDistrict();
        if (said(PlaceLevel.SITE) && given.site().isPresent()) {
            return site(GivenName.of(given.site().get()));
        }
        return unnamed();
    }

    private static List<String> withRest(Place given, List<String> alsoNamed) {
        Optional<String> rest = given.site().flatMap(GivenName::afterComma);
        if (rest.isEmpty()) {
            return alsoNamed;
        }
        List<String> all = new ArrayList<>(alsoNamed);
        all.addAll(List.of(rest.get().split(",", -1)));
        return all;
    }

    /** A source that says nothing of its precision is as sure as its names are known. */
    private boolean said(PlaceLevel level) {
        return given.precision() == PlacePrecision.UNKNOWN || given.precision().covers(level);
    }

    private void decideProvince() {
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
                province = gazetteer.provinceOfDistrict(district);
                provinceNamed = true;
            }
        }
    }

    private Placed site(GivenName name) {
        Found found = atlas.sites().find(name, whereabouts());
        if (found.choice().isMade()) {
            return known(found);
        }
        if (found.choice().isAmbiguous()) {
            reasons.add(Reason.SEVERAL_OF_THE_NAME);
            return coarser(given.site());
        }
        if (name.kind() == NameKind.PROVINCE || found.spelling() == Reason.NAME_OF_A_DIVISION) {
            return provinceAsSite(name);
        }
        if (name.kind() == NameKind.DISTRICT) {
            return districtAsSite(name);
        }
        return name.centre().map(this::about).orElseGet(() -> unknown(name));
    }

    private Whereabouts whereabouts() {
        return new Whereabouts(
                country, provinceNamed || point == null ? province : NONE, district, point, otherProvinces());
    }

    private List<Integer> otherProvinces() {
        if (alsoNamed.isEmpty() || province != NONE) {
            return List.of();
        }
        List<Integer> provinces = new ArrayList<>();
        for (String other : alsoNamed) {
            GivenName name = GivenName.of(other);
            int named = atlas.divided().province(country, name);
            if (named == NONE) {
                Choice choice =
                        atlas.sites().find(name, Whereabouts.inCountry(country)).choice();
                named = choice.isMade() ? gazetteer.provinceOf(choice.site()) : NONE;
            }
            if (named != NONE) {
                provinces.add(named);
            }
        }
        return provinces;
    }

    private Placed known(Found found) {
        Choice choice = found.choice();
        reasons.add(found.spelling());
        reasons.add(choice.reason());
        int site = choice.site();
        province = provinceOf(site);
        district = gazetteer.districtOf(site);
        boolean confirmed =
                choice.reason() == Reason.IN_THE_PROVINCE_NAMED || choice.reason() == Reason.NEAR_THE_COORDINATES;
        boolean speaksForItself =
                choice.reason() == Reason.NEAR_THE_COORDINATES || gazetteer.weight(site) >= SPEAKS_FOR_ITSELF;
        boolean sure = confirmed && speaksForItself && found.spelling() == Reason.NAME_KNOWN;
        return placed(
                new Place(
                        code(),
                        provinceName(),
                        district == NONE ? Optional.empty() : Optional.of(gazetteer.districtName(district)),
                        Optional.of(gazetteer.siteName(site)),
                        coordinates(gazetteer.lat(site), gazetteer.lon(site)),
                        PlacePrecision.SITE),
                sure ? Sureness.SURE : Sureness.LIKELY);
    }

    private int provinceOf(int site) {
        if (gazetteer.provinceOf(site) != NONE || province != NONE) {
            return gazetteer.provinceOf(site) == NONE ? province : gazetteer.provinceOf(site);
        }
        Point at = point == null ? new Point(gazetteer.lat(site), gazetteer.lon(site)) : point;
        return atlas.surroundings().province(at, country);
    }

    private Placed provinceAsSite(GivenName name) {
        reasons.add(Reason.NAME_OF_A_DIVISION);
        int named = atlas.divided().province(country, name);
        boolean agrees = named != NONE && (!provinceNamed || province == named);
        if (!agrees) {
            return coarser(given.site());
        }
        province = named;
        provinceNamed = true;
        return coarser(Optional.empty());
    }

    private Placed districtAsSite(GivenName name) {
        reasons.add(Reason.NAME_OF_A_DIVISION);
        int named = atlas.divided().district(country, province, name);
        if (named == NONE) {
            return coarser(given.site());
        }
        district = named;
        province = gazetteer.provinceOfDistrict(named);
        provinceNamed = true;
        return coarser(Optional.empty());
    }

    /** Near a place is not at it: the division that the place lies in is certain. */
    private Placed about(GivenName centre) {
        Found found = atlas.sites().find(centre, whereabouts());
        reasons.add(Reason.SOMEWHERE_ABOUT);
        if (found.choice().isMade()) {
            int site = found.choice().site();
            province = gazetteer.provinceOf(site) == NONE ? province : gazetteer.provinceOf(site);
            provinceNamed = true;
        } else if (found.spelling() == Reason.NAME_OF_A_DIVISION) {
            return provinceAsSite(centre);
        }
        return coarser(given.site());
    }

    private Placed unknown(GivenName name) {
        reasons.add(Reason.NAME_UNKNOWN);
        if (given.precision() == PlacePrecision.UNKNOWN) {
            return coarser(given.site());
        }
        if (province == NONE && given.province().isEmpty() && name.kind() == NameKind.FACILITY) {
            provinceOfTown(name.core());
        }
        return placed(
                new Place(
                        code(),
                        provinceName(),
                        districtName(),
                        given.site().map(this::kept),
                        pointCoordinates(),
                        PlacePrecision.SITE),
                Sureness.AS_GIVEN);
    }

    /** An unknown name in one spelling, if that is as unknown: so placing it again changes nothing. */
    private String kept(String site) {
        String tidy = tidy(site);
        if (isUnknown(tidy)) {
            return tidy;
        }
        String inFull = bounded(site, GivenName.tidyInFull(site));
        return isUnknown(inFull) ? inFull : site;
    }

    private boolean isUnknown(String site) {
        GivenName name = GivenName.of(site);
        Found found = atlas.sites().find(name, whereabouts());
        return found.choice().isNobody()
                && found.spelling() != Reason.NAME_OF_A_DIVISION
                && name.kind() != NameKind.PROVINCE
                && name.kind() != NameKind.DISTRICT
                && name.centre().isEmpty();
    }

    /** Of a base that is called after a town we do not know where it is, but the town's province is likely. */
    private void provinceOfTown(String core) {
        Choice town = atlas.sites().find(GivenName.of(core), whereabouts()).choice();
        if (town.isMade()) {
            province = gazetteer.provinceOf(town.site());
            reasons.add(Reason.PROVINCE_FROM_NAMES);
        }
    }

    /** The district or the province, if one is known; what the source called a site stays as a hint. */
    private Placed coarser(Optional<String> hint) {
        boolean doubtful = hint.isPresent();
        if (district != NONE) {
            return division(hint, PlacePrecision.DISTRICT, doubtful);
        }
        return division(hint, province == NONE ? PlacePrecision.COUNTRY : PlacePrecision.PROVINCE, doubtful);
    }

    private Placed division(Optional<String> hint, PlacePrecision precision, boolean doubtful) {
        Sureness sureness = doubtful ? Sureness.UNDECIDED : provinceNamed ? Sureness.SURE : Sureness.LIKELY;
        return placed(new Place(code(), provinceName(), districtName(), hint, centre(precision), precision), sureness);
    }

    /** No site is named, or the source is not sure of one. */
    private Placed unnamed() {
        boolean atPoint = given.precision() == PlacePrecision.SITE && point != null;
        if (atPoint) {
            return nameless();
        }
        PlacePrecision precision = finest();
        if (precision == PlacePrecision.COUNTRY) {
            return placed(
                    new Place(code(), provinceName(), districtName(), given.site(), pointCoordinates(), precision),
                    Sureness.SURE);
        }
        boolean known = precision == PlacePrecision.DISTRICT ? district != NONE : province != NONE;
        return placed(
                new Place(code(), provinceName(), districtName(), given.site(), centre(precision), precision),
                known ? provinceNamed ? Sureness.SURE : Sureness.LIKELY : Sureness.AS_GIVEN);
    }

    /** The finest level that the source is sure of and has a name for. */
    private PlacePrecision finest() {
        boolean unsaid = given.precision() == PlacePrecision.UNKNOWN;
        boolean hasDistrict = unsaid ? district != NONE : districtName().isPresent();
        boolean hasProvince = unsaid ? province != NONE : provinceName().isPresent();
        if (said(PlaceLevel.DISTRICT) && hasDistrict) {
            return PlacePrecision.DISTRICT;
        }
        return said(PlaceLevel.PROVINCE) && hasProvince ? PlacePrecision.PROVINCE : PlacePrecision.COUNTRY;
    }

    private Placed nameless() {
        int site = atlas.surroundings().site(point, country);
        if (site != NONE) {
            return known(new Found(new Choice(site, Reason.NEAR_THE_COORDINATES), Reason.NEAR_THE_COORDINATES));
        }
        return placed(
                new Place(
                        code(),
                        provinceName(),
                        districtName(),
                        Optional.empty(),
                        pointCoordinates(),
                        PlacePrecision.SITE),
                Sureness.AS_GIVEN);
    }

    private Placed placed(Place place, Sureness sureness) {
        return new Placed(place, sureness, new ArrayList<>(reasons));
    }

    private String code() {
        return gazetteer.countryCode(country);
    }

    private Optional<String> provinceName() {
        if (province != NONE) {
            return Optional.of(gazetteer.provinceName(province));
        }
        boolean ofAnotherCountry =
                !given.country().equals(code()) && !given.country().equals(Place.NOWHERE);
        return ofAnotherCountry ? Optional.empty() : given.province().map(Case::tidy);
    }

    private Optional<String> districtName() {
        return district == NONE ? given.district().map(Case::tidy) : Optional.of(gazetteer.districtName(district));
    }

    private static String tidy(String name) {
        return bounded(name, GivenName.tidy(name));
    }

    /** Folding a name may lengthen it; beyond the bound it stays as it was. */
    private static String bounded(String name, String tidy) {
        return tidy.length() > Place.LONGEST_NAME ? name : tidy;
    }

    private Optional<Coordinates> pointCoordinates() {
        return point == null ? Optional.empty() : given.coordinates();
    }

    private Optional<Coordinates> coordinates(int lat, int lon) {
        return point == null
                ? Optional.of(new Coordinates(Earth.degrees(lat), Earth.degrees(lon)))
                : given.coordinates();
    }

    private Optional<Coordinates> centre(PlacePrecision precision) {
        if (precision == PlacePrecision.DISTRICT && district != NONE) {
            return coordinates(gazetteer.districtLat(district), gazetteer.districtLon(district));
        }
        boolean inProvince = precision == PlacePrecision.DISTRICT || precision == PlacePrecision.PROVINCE;
        return inProvince && province != NONE
                ? coordinates(gazetteer.provinceLat(province), gazetteer.provinceLon(province))
                : pointCoordinates();
    }
}
