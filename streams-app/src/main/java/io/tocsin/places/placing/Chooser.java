package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Earth;
import io.tocsin.places.gazetteer.Gazetteer;
import java.util.Arrays;

/**
 * Chooses among the sites of one name by what is known of where it lies: by the coordinates, else by the province, else
 * by the provinces of other names, else the one that outweighs all others.
 */
final class Chooser {

    private static final double NEAR_KM = 30;
    private static final double NEAR_LARGE_KM = 50;
    private static final double BESIDE_KM = 100;
    private static final int LARGE = 1_000_000;
    private static final int OWN_PROVINCE = 100_000;

    /** So many times the weight of the next makes a site the one that is meant when nothing else is said. */
    private static final int OUTWEIGHS = 8;

    /** A site of less weight does not outweigh places that no gazetteer counts. */
    private static final int LEAST_OUTWEIGHING = 15_000;

    private final Gazetteer gazetteer;

    Chooser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Choice choose(int[] named, Whereabouts whereabouts) {
        int[] sites = ofCountry(named, whereabouts.country());
        if (sites.length == 0) {
            return Choice.NOBODY;
        }
        if (whereabouts.point() != null) {
            return near(sites, whereabouts.point());
        }
        if (whereabouts.province() != NONE) {
            int[] inProvince = ofProvince(sites, whereabouts.province());
            return inProvince.length == 0
                    ? beside(sites, whereabouts.province())
                    : heaviest(inProvince, whereabouts.district(), Reason.IN_THE_PROVINCE_NAMED);
        }
        for (int province : whereabouts.otherProvinces()) {
            int[] inProvince = ofProvince(sites, province);
            if (inProvince.length > 0 && sites.length > 1) {
                return heaviest(inProvince, NONE, Reason.NEAR_OTHER_NAMES);
            }
        }
        return heaviest(sites, NONE, Reason.BEST_KNOWN_OF_THE_NAME);
    }

    /** Large towns are provinces of their own, and sources name the one about them. */
    private Choice beside(int[] sites, int province) {
        int found = NONE;
        for (int site : sites) {
            boolean large = gazetteer.weight(site) >= OWN_PROVINCE;
            if (large && found != NONE) {
                return Choice.NOBODY;
            }
            found = large ? site : found;
        }
        boolean beside = found != NONE
                && Earth.km(
                                gazetteer.lat(found),
                                gazetteer.lon(found),
                                gazetteer.provinceLat(province),
                                gazetteer.provinceLon(province))
                        <= BESIDE_KM;
        return beside ? new Choice(found, Reason.BESIDE_THE_PROVINCE_NAMED) : Choice.NOBODY;
    }

    private Choice near(int[] sites, Point point) {
        int nearest = NONE;
        double least = Double.MAX_VALUE;
        for (int site : sites) {
            double km = point.km(gazetteer.lat(site), gazetteer.lon(site));
            boolean near = km <= (gazetteer.weight(site) >= LARGE ? NEAR_LARGE_KM : NEAR_KM);
            if (near && km < least) {
                least = km;
                nearest = site;
            }
        }
        return nearest == NONE ? Choice.NOBODY : new Choice(nearest, Reason.NEAR_THE_COORDINATES);
    }

    private Choice heaviest(int[] sites, int district, Reason reason) {
        if (sites.length == 1) {
            boolean confirmed = reason != Reason.BEST_KNOWN_OF_THE_NAME;
            return new Choice(sites[0], confirmed ? reason : Reason.ONLY_ONE_OF_THE_NAME);
        }
        int first = sites[0];
        for (int site : sites) {
            if (gazetteer.weight(site) > gazetteer.weight(first)) {
                first = site;
            }
        }
        int second = 0;
        boolean alike = true;
        for (int site : sites) {
            if (site != first && !sameArea(site, first)) {
                second = Math.max(second, gazetteer.weight(site));
                alike = false;
            }
        }
        boolean outweighs = alike
                || (gazetteer.weight(first) >= LEAST_OUTWEIGHING && gazetteer.weight(first) / OUTWEIGHS >= second);
        if (outweighs) {
            return new Choice(first, reason);
        }
        return district == NONE ? Choice.AMBIGUOUS : inDistrict(sites, district, reason);
    }

    private Choice inDistrict(int[] sites, int district, Reason reason) {
        int found = NONE;
        for (int site : sites) {
            if (gazetteer.districtOf(site) == district) {
                if (found != NONE && !sameArea(site, found)) {
                    return Choice.AMBIGUOUS;
                }
                found = site;
            }
        }
        return found == NONE ? Choice.AMBIGUOUS : new Choice(found, reason);
    }

    private boolean sameArea(int one, int other) {
        return gazetteer.provinceOf(one) == gazetteer.provinceOf(other)
                && gazetteer.districtOf(one) == gazetteer.districtOf(other)
                && gazetteer.siteName(one).equals(gazetteer.siteName(other));
    }

    private int[] ofCountry(int[] sites, int country) {
        int[] kept = new int[sites.length];
        int count = 0;
        for (int site : sites) {
            if (gazetteer.countryOf(site) == country) {
                kept[count++] = site;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int[] ofProvince(int[] sites, int province) {
        int[] kept = new int[sites.length];
        int count = 0;
        for (int site : sites) {
            if (gazetteer.provinceOf(site) == province) {
                kept[count++] = site;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
