package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.Place;
import io.tocsin.places.PlaceLevel;
import io.tocsin.places.PlacePrecision;
import io.tocsin.places.Placed;
import io.tocsin.places.Reason;
import io.tocsin.places.Sureness;
import io.tocsin.places.gazetteer.Gazetteer;
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

    private final Hierarchy in;

    Case(Atlas atlas, Place given, List<String> alsoNamed) {
        this.atlas = atlas;
        this.gazetteer = atlas.gazetteer();
        this.given = given;
        this.alsoNamed = withRest(given, alsoNamed);
        this.in =
                new Hierarchy(atlas, given, new CountryDecision(atlas, given, reasons).decide(this.alsoNamed), reasons);
    }

    Placed placed() {
        if (in.country() == NONE) {
            return placed(given, Sureness.AS_GIVEN);
        }
        if (in.said(PlaceLevel.SITE) && given.site().isPresent()) {
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
                in.country(),
                in.isProvinceNamed() || in.point() == null ? in.province() : NONE,
                in.district(),
                in.point(),
                otherProvinces());
    }

    private List<Integer> otherProvinces() {
        if (alsoNamed.isEmpty() || in.province() != NONE) {
            return List.of();
        }
        List<Integer> provinces = new ArrayList<>();
        for (String other : alsoNamed) {
            GivenName name = GivenName.of(other);
            int named = atlas.divided().province(in.country(), name);
            if (named == NONE) {
                Choice choice = atlas.sites()
                        .find(name, Whereabouts.inCountry(in.country()))
                        .choice();
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
        in.lieAt(site);
        boolean confirmed =
                choice.reason() == Reason.IN_THE_PROVINCE_NAMED || choice.reason() == Reason.NEAR_THE_COORDINATES;
        boolean speaksForItself =
                choice.reason() == Reason.NEAR_THE_COORDINATES || gazetteer.weight(site) >= SPEAKS_FOR_ITSELF;
        boolean sure = confirmed && speaksForItself && found.spelling() == Reason.NAME_KNOWN;
        return placed(
                new Place(
                        in.code(),
                        in.provinceName(),
                        in.district() == NONE ? Optional.empty() : Optional.of(gazetteer.districtName(in.district())),
                        Optional.of(gazetteer.siteName(site)),
                        in.coordinates(gazetteer.lat(site), gazetteer.lon(site)),
                        PlacePrecision.SITE),
                sure ? Sureness.SURE : Sureness.LIKELY);
    }

    private Placed provinceAsSite(GivenName name) {
        reasons.add(Reason.NAME_OF_A_DIVISION);
        int named = atlas.divided().province(in.country(), name);
        boolean agrees = named != NONE && (!in.isProvinceNamed() || in.province() == named);
        if (!agrees) {
            return coarser(given.site());
        }
        in.lieInProvince(named);
        return coarser(Optional.empty());
    }

    private Placed districtAsSite(GivenName name) {
        reasons.add(Reason.NAME_OF_A_DIVISION);
        int named = atlas.divided().district(in.country(), in.province(), name);
        if (named == NONE) {
            return coarser(given.site());
        }
        in.lieInDistrict(named);
        return coarser(Optional.empty());
    }

    /** Near a place is not at it: the division that the place lies in is certain. */
    private Placed about(GivenName centre) {
        Found found = atlas.sites().find(centre, whereabouts());
        reasons.add(Reason.SOMEWHERE_ABOUT);
        if (found.choice().isMade()) {
            in.lieAbout(found.choice().site());
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
        if (in.province() == NONE && given.province().isEmpty() && name.kind() == NameKind.FACILITY) {
            provinceOfTown(name.core());
        }
        return placed(
                new Place(
                        in.code(),
                        in.provinceName(),
                        in.districtName(),
                        given.site().map(this::kept),
                        in.pointCoordinates(),
                        PlacePrecision.SITE),
                Sureness.AS_GIVEN);
    }

    /** An unknown name in one spelling, if that is as unknown: so placing it again changes nothing. */
    private String kept(String site) {
        String tidy = Hierarchy.tidy(site);
        if (isUnknown(tidy)) {
            return tidy;
        }
        String inFull = Hierarchy.bounded(site, GivenName.tidyInFull(site));
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
            in.lieProbablyIn(gazetteer.provinceOf(town.site()));
            reasons.add(Reason.PROVINCE_FROM_NAMES);
        }
    }

    /** The district or the province, if one is known; what the source called a site stays as a hint. */
    private Placed coarser(Optional<String> hint) {
        boolean doubtful = hint.isPresent();
        if (in.district() != NONE) {
            return division(hint, PlacePrecision.DISTRICT, doubtful);
        }
        return division(hint, in.province() == NONE ? PlacePrecision.COUNTRY : PlacePrecision.PROVINCE, doubtful);
    }

    private Placed division(Optional<String> hint, PlacePrecision precision, boolean doubtful) {
        Sureness sureness = doubtful ? Sureness.UNDECIDED : in.isProvinceNamed() ? Sureness.SURE : Sureness.LIKELY;
        return placed(
                new Place(in.code(), in.provinceName(), in.districtName(), hint, in.centre(precision), precision),
                sureness);
    }

    /** No site is named, or the source is not sure of one. */
    private Placed unnamed() {
        boolean atPoint = given.precision() == PlacePrecision.SITE && in.point() != null;
        if (atPoint) {
            return nameless();
        }
        PlacePrecision precision = in.finest();
        if (precision == PlacePrecision.COUNTRY) {
            return placed(
                    new Place(
                            in.code(),
                            in.provinceName(),
                            in.districtName(),
                            given.site(),
                            in.pointCoordinates(),
                            precision),
                    Sureness.SURE);
        }
        boolean known = precision == PlacePrecision.DISTRICT ? in.district() != NONE : in.province() != NONE;
        return placed(
                new Place(
                        in.code(), in.provinceName(), in.districtName(), given.site(), in.centre(precision), precision),
                known ? in.isProvinceNamed() ? Sureness.SURE : Sureness.LIKELY : Sureness.AS_GIVEN);
    }

    private Placed nameless() {
        int site = atlas.surroundings().site(in.point(), in.country());
        if (site != NONE) {
            return known(new Found(new Choice(site, Reason.NEAR_THE_COORDINATES), Reason.NEAR_THE_COORDINATES));
        }
        return placed(
                new Place(
                        in.code(),
                        in.provinceName(),
                        in.districtName(),
                        Optional.empty(),
                        in.pointCoordinates(),
                        PlacePrecision.SITE),
                Sureness.AS_GIVEN);
    }

    private Placed placed(Place place, Sureness sureness) {
        return new Placed(place, sureness, new ArrayList<>(reasons));
    }
}
