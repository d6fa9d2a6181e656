package io.tocsin.places.placing;

import static io.tocsin.places.gazetteer.Gazetteer.NONE;

import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.gazetteer.SiteKind;

/** What lies about a point: its country, its province, the site that it is at. */
final class Surroundings {

    /** A point this near to land is that land's: harbours, bridges, islands that the outlines are too coarse for. */
    private static final double COAST_KM = 20;

    /** How far the outlines may be wrong. */
    private static final double OUTLINE_KM = 6;

    private static final double AT_SITE_KM = 4;
    private static final double PROVINCE_KM = 40;
    private static final double SURELY_IN_PROVINCE_KM = 2;

    private final Gazetteer gazetteer;
    private final DisputedAreas disputed;

    Surroundings(Gazetteer gazetteer, DisputedAreas disputed) {
        this.gazetteer = gazetteer;
        this.disputed = disputed;
    }

    /**
     * The country of the point, or -1 at sea. Where a border is nearer than the outlines are exact, the site at the point
     * decides.
     */
    int country(Point point) {
        int outlined = disputed.outlined(gazetteer.outlineAt(point.lat(), point.lon()), point);
        if (outlined == NONE) {
            int site = nearest(point, NONE, COAST_KM).sites[0];
            return site == NONE
                    ? gazetteer.nearestOutline(NONE, point.lat(), point.lon(), COAST_KM)
                    : gazetteer.countryOf(site);
        }
        int site = nearest(point, NONE, AT_SITE_KM).sites[0];
        if (site == NONE || gazetteer.countryOf(site) == outlined) {
            return outlined;
        }
        int other = gazetteer.countryOf(site);
        boolean border = gazetteer.kmToOutline(other, point.lat(), point.lon(), OUTLINE_KM) < OUTLINE_KM;
        return border ? other : outlined;
    }

    /** The province of the country in which the three towns nearest to the point lie, or the one at it; else -1. */
    int province(Point point, int country) {
        Nearest towns = nearest(point, country, PROVINCE_KM);
        int first = towns.sites[0];
        if (first == NONE || gazetteer.provinceOf(first) == NONE) {
            return NONE;
        }
        int province = gazetteer.provinceOf(first);
        if (towns.km[0] <= SURELY_IN_PROVINCE_KM) {
            return province;
        }
        for (int site : towns.sites) {
            if (site == NONE || gazetteer.provinceOf(site) != province) {
                return NONE;
            }
        }
        return province;
    }

    /** The site of the country that the point lies at, or -1. */
    int site(Point point, int country) {
        At at = new At(country);
        gazetteer.near(point.lat(), point.lon(), At.MOST_KM, at::visit);
        return at.site;
    }

    private Nearest nearest(Point point, int country, double most) {
        Nearest nearest = new Nearest(country);
        gazetteer.near(point.lat(), point.lon(), most, nearest::visit);
        return nearest;
    }

    private final class Nearest {
        private final int country;
        private final int[] sites = {NONE, NONE, NONE};
        private final double[] km = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};

        Nearest(int country) {
            this.country = country;
        }

        void visit(int site, double away) {
            boolean hasProvince = gazetteer.kind(site) == SiteKind.TOWN && gazetteer.provinceOf(site) != NONE;
            boolean counts = country == NONE || (gazetteer.countryOf(site) == country && hasProvince);
            if (!counts || away >= km[2]) {
                return;
            }
            int rank = away < km[0] ? 0 : away < km[1] ? 1 : 2;
            System.arraycopy(sites, rank, sites, rank + 1, 2 - rank);
            System.arraycopy(km, rank, km, rank + 1, 2 - rank);
            sites[rank] = site;
            km[rank] = away;
        }
    }

    private final class At {
        /** No site reaches farther. */
        static final double MOST_KM = 8;

        private final int country;
        private int site = NONE;
        private double within = 1;

        At(int country) {
            this.country = country;
        }

        void visit(int candidate, double km) {
            double share = km / extent(candidate);
            if (gazetteer.countryOf(candidate) == country && !gazetteer.isRenamed(candidate) && share < within) {
                within = share;
                site = candidate;
            }
        }

        /** How far from its centre a point is still at the site, in kilometres. */
        private double extent(int candidate) {
            if (gazetteer.kind(candidate) != SiteKind.TOWN) {
                return gazetteer.kind(candidate).bearsForeignName() ? 2.5 : 0.7;
            }
            int weight = gazetteer.weight(candidate);
            return weight >= 1_000_000 ? MOST_KM : weight >= 100_000 ? 4 : weight >= 10_000 ? 2 : 1;
        }
    }
}
